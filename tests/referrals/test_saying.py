"""What the child says: kept over time, with who heard it, for caseworkers alone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from forms.referrals.models import Referral, Saying
from forms.referrals.saying.services import words_of
from tests.casework.factories import make_case, url
from tests.factories import make_staff

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def authorities(two_authorities):
    return two_authorities


def requested(site, *, says="not_asked"):
    """A request with what was said when it came."""
    case = make_case(site, kind="referrals", display_name="Carys Huws")
    Referral.objects.create(
        site=site,
        case=case,
        role="carer",
        child_name="T.",
        age_band="11-12",
        child_says=says,
    )
    return case


@pytest.fixture
def case(authorities):
    return requested(authorities[0])


@pytest.fixture
def coordinator(authorities):
    return make_staff(authorities[0], "coordinator", first_name="Gethin")


@pytest.fixture
def staff(client_at, authorities, coordinator):
    client = client_at(authorities[0], coordinator)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def address(case):
    return url("saying", case.pk, kind="referrals")


def posted(**changes):
    said = {
        "says": "wants",
        "heard_by": "Mari, personal adviser",
        "heard_on": TODAY().isoformat(),
        "language": "cy",
    }
    return {**said, **changes}


def test_a_later_word_stands_beside_the_first(case, staff, coordinator):
    staff.post(address(case), posted(says="not_now", how_shown="dropped"))
    staff.post(address(case), posted())

    found = [(w.says, w.heard_by, w.language, w.at_first) for w in words_of(case)]
    by = "Mari, personal adviser"
    assert found == [
        ("They would like a visitor", by, "Welsh", False),
        ("They do not want one now", by, "Welsh", False),
        ("Nobody has asked them yet", "Carys Huws", "", True),
    ]
    assert {saying.by for saying in Saying.objects.all()} == {coordinator}
    assert {saying.how_shown for saying in Saying.objects.all()} == {""}
    screen = staff.get(url("case", case.pk, kind="referrals")).content.decode()
    assert "The child says: They would like a visitor" in screen


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"says": ""}, "Choose what the child says."),
        ({"says": "shows_without_words"}, "Write how you know."),
        ({"heard_by": " "}, "Write who heard it."),
        ({"heard_on": "31/31/2027"}, "Write a day, as 3/5/2027."),
        (
            {"heard_on": (TODAY() + timedelta(days=1)).isoformat()},
            "That day is still to come.",
        ),
        ({"language": ""}, "Choose a language."),
    ],
)
def test_what_is_missing_is_said_and_nothing_kept(case, staff, changes, error):
    answer = staff.post(address(case), posted(**changes))

    assert error in answer.content.decode()
    assert not Saying.objects.exists()


def test_declined_for_now_is_confirmed_by_a_coordinators_move(case, staff):
    answer = staff.post(address(case), posted(says="not_now"), follow=True)

    assert "Now move the request to “Declined for now”." in answer.content.decode()
    case.refresh_from_db()
    assert case.stage == "received"


@pytest.mark.parametrize(
    ("place", "role", "status"),
    [(0, "coordinator", 200), (0, "editor", 404), (1, "coordinator", 404)],
)
def test_another_authoritys_child_is_not_there(
    client_at, authorities, case, place, role, status
):
    site = authorities[place]
    client = client_at(site, make_staff(site, role))

    assert client.get(address(case)).status_code == status
    client.post(address(case), posted())
    assert Saying.objects.count() == (1 if status == 200 else 0)
