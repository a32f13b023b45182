"""The coordinator's day and the manager's switch, in a real browser."""

import pytest
from django.core import mail as post
from playwright.sync_api import expect

from cms.models import OutboundEmail
from cms.roles import Role
from forms.applications import starter
from forms.applications.models import ApplicationPage
from forms.casework.models import Case
from tests.browser.fixtures import look_at
from tests.browser.signing_in import sign_in
from tests.casework.factories import WHY, make_case, url
from tests.factories import make_service, make_staff

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def gwynedd():
    return make_service("gwynedd")


def test_a_coordinator_works_a_welsh_application(visitor, address_of, gwynedd):
    gethin = make_staff(gwynedd, Role.COORDINATOR, first_name="Gethin")
    case, request = make_case(gwynedd), make_case(gwynedd, kind="referrals")
    page = sign_in(visitor(), address_of(gwynedd), gethin)
    home, requests = page.locator("#main"), url("index", kind="referrals")
    expect(home.get_by_role("link", name=request.reference)).to_be_visible()
    page.goto(address_of(gwynedd) + requests)
    expect(home).to_contain_text(request.reference)
    page.goto(address_of(gwynedd) + url("index"))
    page.get_by_role("link", name=case.display_name).click()

    asked = page.get_by_role("heading", name=WHY["question_cy"]).bounding_box()
    beside = page.get_by_role("heading", name=WHY["question_en"]).bounding_box()
    assert asked["x"] < beside["x"]
    assert asked["y"] == beside["y"]
    page.select_option("select[name=to]", str(gethin.pk))
    page.click("form[action$='/assign/'] button")
    page.check("input[name=to][value=talking]")
    page.click("form[action$='/move/'] button")
    page.fill("textarea[name=text]", "Wedi ffonio; gweithio shifftiau.")
    page.click("form[action$='/note/'] button")
    page.click("a[href$='/letter/ring/']")
    page.click("form:has([name=body]) button[type=submit]")
    expect(home).to_contain_text("Wedi ffonio; gweithio shifftiau.")

    case.refresh_from_db()
    sent = OutboundEmail.objects.get(template="casework/letter")
    assert (case.stage, case.assignee) == ("screening", gethin)
    assert (sent.to, sent.language) == ("sian@post.example", "cy")
    [letter] = [m for m in post.outbox if m.to == ["sian@post.example"]]
    assert case.reference in letter.subject
    assert "Rydym yn croesawu gohebiaeth yn Gymraeg." in letter.body
    assert "Thank you" not in letter.body


@pytest.mark.parametrize("stranger", ["devon coordinator", "gwynedd editor"])
def test_for_strangers_the_inbox_is_not_there(visitor, address_of, gwynedd, stranger):
    place, role = gwynedd, Role.EDITOR
    if stranger == "devon coordinator":
        place, role = make_service("devon"), Role.COORDINATOR
    case = make_case(gwynedd)
    page = sign_in(visitor(), address_of(place), make_staff(place, role))

    answers = [
        page.goto(address_of(place) + url(name, *args)).status
        for name, args in [
            ("case", [case.pk]),
            ("print", [case.pk]),
            ("letter", [case.pk, "ring"]),
        ]
    ]

    assert answers == [404, 404, 404]


def test_the_inbox_and_a_case_are_accessible(visitor, address_of, gwynedd):
    case = make_case(gwynedd)
    coordinator = make_staff(gwynedd, Role.COORDINATOR)
    page = sign_in(visitor(), address_of(gwynedd), coordinator)

    for address in [url("index"), url("case", case.pk), url("letter", case.pk, "ring")]:
        page.goto(address_of(gwynedd) + address)
        look_at(page)


def test_a_manager_switches_applications_off_and_on(visitor, address_of, gwynedd):
    starter.pages(gwynedd)
    ApplicationPage.objects.update(show_in_menus=True)
    case = make_case(gwynedd)
    public, inbox = (
        address_of(gwynedd) + path for path in ("/en/apply/", url("index"))
    )
    manager = make_staff(gwynedd, Role.MANAGER)
    page = sign_in(visitor(), address_of(gwynedd), manager)

    def seen():
        """Status of the public page and of the inbox; whether the menus name them."""
        statuses = page.goto(public).status, page.goto(inbox).status
        page.goto(f"{address_of(gwynedd)}/en/")
        linked = page.locator("a[href*='/apply/']").count() > 0
        page.goto(f"{address_of(gwynedd)}/admin/features/")
        return *statuses, linked, page.locator(f"a[href='{url('index')}']").count() > 0

    feature = page.locator("#feature-applications")
    before = seen()
    feature.locator("a[href$='/off/']").click()
    page.locator(".iv-features form button").click()
    expect(feature.locator("button")).to_be_visible()
    off = seen()
    feature.locator("button").click()
    expect(feature.locator("a[href$='/off/']")).to_be_visible()

    assert before == seen() == (200, 200, True, True)
    assert off == (404, 404, False, False)
    page.goto(inbox)
    expect(page.locator("#main")).to_contain_text(case.reference)
    assert Case.objects.get(pk=case.pk).answers == case.answers
