"""A manager's approval: off by default, asked by one link, and it stops nothing."""

import pytest
from django.urls import reverse

from cms.models import OutboundEmail
from cms.roles import Role
from forms.casework.models import Case
from forms.referrals.approving.services import token_of
from forms.referrals.models import Referral
from sites.models import Service
from tests.factories import make_staff
from tests.referrals.walking import ADULT, CARER, CHILD, YOUNG

pytestmark = pytest.mark.django_db
MANAGER = {"manager_name": "Nest", "manager_email": "nest@gwynedd.llyw.cymru"}
ASKED = {
    **{step: ADULT[step] for step in ("who", "reach")},
    "manager": MANAGER,
    **{step: ADULT[step] for step in ADULT if step not in ("who", "reach")},
}


@pytest.fixture
def switched_on(client_at, gwynedd):
    manager = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))
    page = reverse("service_settings_group", args=["approval"])
    manager.post(page, {"approval": "on"})


@pytest.fixture
def sent(switched_on, asker):
    asker("en").go(ASKED)
    return Case.objects.get()


def link_of(case):
    token = token_of(case, MANAGER["manager_email"])
    return f"/en/services/referrals/approve/{token}/"


def flags(case):
    case.refresh_from_db()
    return {f["code"] for f in case.flags if f["code"].startswith("approval")}


def titles(case):
    return [addition.what["en"] for addition in case.additions.all()]


def test_nobody_is_asked_unless_the_service_wants_it(asker):
    asker("en").go(ADULT)

    asked = {row["key"] for row in Case.objects.get().answers}
    assert not asked & set(MANAGER)
    assert not OutboundEmail.objects.filter(template="referrals/approve").exists()


def test_the_request_counts_at_once_and_says_that_it_waits(sent):
    assert sent.stage == "received"
    assert sent.answer_by is not None
    assert flags(sent) == {"approval_waits"}


def test_the_manager_reads_both_languages_and_nothing_of_the_child(sent):
    mail = OutboundEmail.objects.get(template="referrals/approve")

    assert mail.to == MANAGER["manager_email"]
    assert mail.language == "both"  # Welsh first: tests/mail.
    assert link_of(sent)[4:] in str(mail.context)
    assert CHILD not in f"{mail.context}{mail.subject}"


@pytest.mark.parametrize(
    ("answer", "flag", "title"),
    [
        ("approved", set(), "Their manager has approved the request"),
        (
            "refused",
            {"approval_refused"},
            "Their manager does not approve the request, and asks to be rung",
        ),
    ],
)
def test_one_answer_is_kept_by_its_button_and_moves_nothing(
    sent, client_at, gwynedd, answer, flag, title
):
    somebody = client_at(gwynedd)
    before = (sent.stage, sent.answer_by)
    other = "refused" if answer == "approved" else "approved"

    page = somebody.get(link_of(sent)).text
    assert flags(sent) == {"approval_waits"}
    assert CHILD not in page
    somebody.post(link_of(sent), {"answer": answer})
    after = somebody.post(link_of(sent), {"answer": other}, follow=True).text

    assert Referral.objects.get().approval == answer
    assert Referral.objects.get().approval_at
    assert flags(sent) == flag
    assert titles(sent).count(title) == 1
    assert (sent.stage, sent.answer_by) == before
    assert "Thank you for your answer" in after


def test_a_link_of_another_service_a_forged_or_a_nameless_one_is_not_there(
    sent, client_at, gwynedd, two_authorities
):
    elsewhere = next(site for site in two_authorities if site != gwynedd)
    link, answer = link_of(sent), {"answer": "approved"}
    token = link.split("/")[-2]

    assert client_at(elsewhere).post(link, answer).status_code == 404
    assert client_at(gwynedd).get(link.replace(token, "0" * 64)).status_code == 404
    assert client_at(gwynedd).get(link.replace(token, "x")).status_code == 404
    assert client_at(gwynedd).post(link, {"answer": "else"}).status_code == 400
    assert flags(sent) == {"approval_waits"}
    Referral.objects.all().update(manager=None)
    assert client_at(gwynedd).get(link).status_code == 404


def test_nobody_approves_what_they_ask_for_themselves(switched_on, asker):
    jan = asker("en")
    for step in ("who", "reach"):
        jan.answer(step, **ADULT[step])

    own = {**MANAGER, "manager_email": ADULT["reach"]["email"].upper()}
    answer = jan.answer("manager", **own)

    assert "Write your manager’s address, not your own" in answer.text


def test_an_advocate_a_carer_and_a_young_person_are_never_asked(
    switched_on, asker, carer, young
):
    asker("en").go({**ADULT, "who": {"role": "advocate"}})
    carer("en").go(CARER)
    young("en").go(YOUNG)

    assert Case.objects.count() == 3
    assert not OutboundEmail.objects.filter(template="referrals/approve").exists()


def test_the_switch_is_off_until_it_is_set(client_at, gwynedd):
    manager = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))
    manager.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    page = reverse("service_settings_group", args=["approval"])

    assert "Not asked" in manager.get(reverse("service_settings")).text
    manager.post(page, {"approval": "on"})
    assert Service.for_site(gwynedd).terms_of("referrals").own == {"approval": True}
    manager.post(page, {})
    assert Service.for_site(gwynedd).terms_of("referrals").own == {"approval": False}
