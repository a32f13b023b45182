"""Asking for a visitor in a real browser: in Welsh, on a phone, without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect

from cms.language.dates import long_date
from forms.casework.models import Case
from forms.referrals import starter
from sites.models import Authority
from sites.register import load_register
from tests.browser.fixtures import PHONE, assert_accessible, assert_fits
from tests.factories import make_service

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

GWYNEDD = "W06000002"
TI = re.compile(r"\b(ti|dy|wyt)\b", re.IGNORECASE)
FORMAL = re.compile(r".*\b(?:eich|ydych|gallwch|dewiswch|plentyn)\b.*", re.IGNORECASE)


class Asker:
    """Somebody on a narrow phone whose browser runs no scripts.

    Beside it stands a window with the same cookies that runs axe, itself a script,
    and none of ours.
    """

    def __init__(self, page: Page, window: Page, start: str) -> None:
        self.page, self.window = page, window
        window.route("**/*.js", lambda route: route.abort())
        page.goto(start)
        self.look()
        page.locator("a.govuk-button--start").click()

    def look(self) -> str:
        """What the page says, once it is known to be sound and in Welsh."""
        self.window.context.add_cookies(self.page.context.cookies())
        self.window.goto(self.page.url)
        assert_accessible(self.window)
        assert_fits(self.window)
        assert self.page.locator("html").get_attribute("lang") == "cy"
        return self.page.locator("main").inner_text()

    def answer(self, **answers: str) -> str:
        """Fill in the page's boxes and lists, and go on; what the page said."""
        said = self.look()
        for name, value in answers.items():
            choice = self.page.locator(f"main input[name={name}][value='{value}']")
            listed = self.page.locator(f"main select[name={name}]")
            if choice.count():
                choice.check()
            elif listed.count():
                listed.select_option(value)
            else:
                self.page.fill(f"main [name={name}]", value)
        before = self.page.url
        self.page.locator("main form button[type=submit]").first.click()
        expect(self.page).not_to_have_url(before)
        return said

    def send(self) -> str:
        """Check the answers and send them; what the last page says."""
        self.answer()
        return self.look()


@pytest.fixture
def at(visitor, address_of):
    """Somebody at a form of Gwynedd, by its Welsh slug."""

    def begin(slug):
        load_register()
        authority = Authority.objects.get(gss_code=GWYNEDD)
        site = make_service("gwynedd", authority=authority)
        starter.pages(site)
        start = f"{address_of(site)}/cy/{slug}/"
        return Asker(visitor(width=PHONE, scripts=False), visitor(width=PHONE), start)

    return begin


def test_a_carer_asks_in_welsh_on_a_phone_without_scripts(at):
    asker = at("gofyn-fel-gofalwr")
    asker.answer(
        role="carer",
        name="Siân Ŵyn",
        email="sian@post.example",
        write_language="cy",
        speak_language="either",
    )
    asker.answer(child_name="M", council="own", child_knows="not_yet")
    asker.answer(likes="football")
    asker.answer()
    asker.answer(when_to_ring="morning")
    end = asker.send()

    case = Case.objects.get(kind="referrals")
    assert case.reference in end
    assert long_date(case.answer_by, "cy") in end
    assert (case.display_name, case.language) == ("Siân Ŵyn", "cy")
    assert (case.referral.role, case.referral.child_name) == ("carer", "M")


def test_a_young_person_asks_and_reads_the_hours_before_the_worry(at):
    asker = at("gofyn-fy-hun")
    said = [asker.answer(call_me="Macsen", my_age="13-15", my_council="not_sure")]
    said.append(asker.answer(my_likes="animals"))
    said.append(asker.answer(my_visitor="any"))
    said.append(
        asker.answer(
            reach_me="safe_way",
            my_times="after_school",
            my_language="cy",
            my_write_language="cy",
        )
    )
    question = asker.page.locator("input[name=worry]").first.bounding_box()
    childline = asker.page.get_by_text("0800 1111").first.bounding_box()
    assert childline["y"] < question["y"]
    assert asker.page.locator("main textarea").count() == 0
    worry = asker.answer(worry="no")
    end = asker.send()

    case = Case.objects.get(kind="referrals")
    assert "999" in worry
    assert "Meic" in worry
    pages = [*said, worry, end]
    assert [text for text in pages if not TI.search(text)] == []
    assert [found for text in pages for found in FORMAL.findall(text)] == []
    assert case.reference in end
    assert long_date(case.answer_by, "cy") in end
    assert case.referral.child_name == "Macsen"
