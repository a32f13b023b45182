"""The professional's door: no full name, what the child says, the rest later."""

import pytest

from cms.models import OutboundEmail
from forms.casework.models import Case
from forms.journeys.inviting import invite
from forms.referrals.confirming.services import token_of
from forms.referrals.doors.professional.choices import LEGAL_STATUS
from forms.referrals.models import Referral
from sites.mail_domains import is_of_council
from sites.models import Authority
from tests.referrals.walking import ADULT, DEVON, GWYNEDD, HEARD

pytestmark = pytest.mark.django_db
STRAIGHT_ON = {**ADULT, "ring": {"when_to_ring": ["any"], "go_on": "now"}}
MORE = {
    "about": {"gender": "girl"},
    "talking": {"first_language": "cy", "communication": ["time"]},
    "place": {"placement": "foster", "district": "Arfon"},
    "visitor": {"visitor": ["any"], "not_wanted": ["none"]},
    "why_now": {"why_now": ["moved"]},
    "limits": {"limits": ["people", "court"]},
    "legal": {"legal_status": "s76"},
    "parents": {"parents_asked": "not_appropriate", "who_decided": "Team manager"},
    "carers_view": {"carers_view": "against"},
}


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ("M. H.", False),
        ("MH", False),
        ("M H", False),
        ("ABC-10442", False),
        ("Macsen", False),
        ("Macsen Huws", True),
        ("Siân O’Neill", True),
        ("Ben ap Rhys", True),
    ],
)
def test_a_full_name_is_refused_kindly(asker, said, refused):
    jan = asker("en")
    for step in ("who", "reach"):
        jan.answer(step, **ADULT[step])

    answer = jan.answer("child", **{**ADULT["child"], "child_name": said})

    words = "That looks like a full name: initials or a number are enough"
    assert (words in answer.content.decode()) is refused
    assert answer.status_code == (200 if refused else 302)


def test_what_the_child_said_is_kept_with_who_heard_it(asker):
    asker("en").go(HEARD)

    case = Case.objects.get()
    saying = case.sayings.get()
    assert (saying.says, saying.heard_by, saying.language) == (
        "wants",
        "Advocate",
        "cy",
    )
    assert (saying.heard_on.isoformat(), saying.by) == ("2026-04-03", None)


def test_whoever_goes_straight_on_says_the_rest_at_once(asker):
    asker("cy").go({**STRAIGHT_ON, **MORE})

    more = Case.objects.get().referral.more
    assert more["limits"] == ["people", "court"]
    assert (more["parents_asked"], more["who_decided"]) == (
        "not_appropriate",
        "Team manager",
    )
    assert more["carers_view"] == "against"
    assert Case.objects.get().stage == "received"  # Nobody else has a veto.


def test_the_rest_comes_later_by_a_link_and_once(asker, gwynedd):
    jan = asker("en")
    jan.go(ADULT)
    case = Case.objects.get()
    link = invite(
        site=gwynedd,
        kind="referrals",
        adds_to=case.reference,
        to=case.email,
        language="en",
    )
    path = link.partition(".localhost")[2]
    path = path[path.index("/") :]
    jan.client.post(path)

    jan.go(MORE)

    case.refresh_from_db()
    assert Case.objects.count() == 1
    assert case.referral.more["legal_status"] == "s76"
    assert "limits" in {row["key"] for row in case.answers}


@pytest.mark.parametrize(
    ("council", "offered", "not_offered"),
    [(GWYNEDD, "section 76", "section 20"), (DEVON, "section 20", "section 76")],
)
def test_legal_status_is_of_the_nation_of_the_childs_council(
    asker, council, offered, not_offered
):
    jan = asker("en")
    child = {**ADULT["child"], "council": council}
    upto = [*MORE][: [*MORE].index("legal")]
    for step, given in {**STRAIGHT_ON, "child": child}.items():
        jan.answer(step, **given)
    for step in upto:
        jan.answer(step, **MORE[step])

    page = jan.look("legal")

    assert (offered in page, not_offered in page) == (True, False)


def test_both_nations_offer_the_same_but_for_the_section():
    england, wales = (
        [choice.value for choice in LEGAL_STATUS[nation]]
        for nation in ("england", "wales")
    )
    assert [w.replace("s76", "s20") for w in wales] == england


@pytest.mark.parametrize("step", MORE)
def test_the_rest_has_no_box_for_a_narrative(asker, step):
    jan = asker("en")
    jan.go({**STRAIGHT_ON, **MORE})

    assert "<textarea" not in jan.shown[step]


def test_the_next_review_lies_ahead(asker):
    jan = asker("en")
    answers = {**STRAIGHT_ON, **MORE}
    last = {**answers.pop("carers_view")}
    last |= {"next_review-day": "3", "next_review-month": "4"}
    for step, given in answers.items():
        jan.answer(step, **given)

    refused, taken = (
        jan.answer("carers_view", **last, **{"next_review-year": year})
        for year in ("2020", "2099")
    )

    assert (refused.status_code, taken.status_code) == (200, 302)


@pytest.mark.parametrize(
    ("email", "known"),
    [
        ("jan@gwynedd.llyw.cymru", True),
        ("jan@gofal.gwynedd.llyw.cymru", True),
        ("JAN@GWYNEDD.LLYW.CYMRU", True),
        ("jan@gwynedd.llyw.cymru.evil.example", False),
        ("jan@notgwynedd.llyw.cymru", False),
        ("gwynedd.llyw.cymru@post.example", False),
        ("jan@", False),
        ("", False),
    ],
)
def test_only_the_councils_own_domain_counts(gwynedd, email, known):
    authority = Authority.objects.get(gss_code=GWYNEDD)

    assert is_of_council(authority, email) is known


def test_an_unknown_address_is_confirmed_by_its_link_and_only_by_its_button(
    asker, client_at, gwynedd
):
    asker("en").go(ADULT)
    case = Case.objects.get()
    assert case.has_flag("unconfirmed_sender")
    mail = OutboundEmail.objects.get(template="referrals/confirm_sender")
    link = mail.context["cy"]["url"].partition(".localhost")[2]
    link = link[link.index("/") :]
    somebody = client_at(gwynedd)

    for _time in range(2):
        assert somebody.get(link).status_code == 200
    assert Referral.objects.get().sender == ""
    for _time in range(2):
        assert somebody.post(link).status_code == 302

    case.refresh_from_db()
    assert (Referral.objects.get().sender, case.has_flag("unconfirmed_sender")) == (
        "link",
        False,
    )
    titles = [addition.what["en"] for addition in case.additions.all()]
    assert titles.count("The sender has confirmed their work e-mail address") == 1


def test_a_link_of_another_service_or_a_forged_one_is_not_there(
    asker, client_at, gwynedd, two_authorities
):
    asker("en").go(ADULT)
    token = token_of(Case.objects.get())
    path = f"/en/services/referrals/confirm/{token}/"
    elsewhere = next(site for site in two_authorities if site != gwynedd)

    assert client_at(gwynedd).get(path).status_code == 200
    assert client_at(elsewhere).post(path).status_code == 404
    assert client_at(gwynedd).get(path.replace(token, "0" * 64)).status_code == 404
    assert client_at(gwynedd).get(path.replace(token, "x")).status_code == 404


def test_a_council_address_needs_no_link(asker):
    reach = {**ADULT["reach"], "email": "jan@gwynedd.llyw.cymru"}
    asker("en").go({**ADULT, "reach": reach})

    assert Referral.objects.get().sender == "domain"
    assert not OutboundEmail.objects.filter(
        template="referrals/confirm_sender"
    ).exists()
