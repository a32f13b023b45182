"""The screens: what would go is all there, and nothing goes without two ticks."""

import pytest

from forms.casework.handing_over.parcel import packed, seal_of
from forms.casework.models import Case, HandOver
from forms.referrals.handing import HANDS_OVER
from tests.casework.factories import make_case, url
from tests.referrals.walking import CHILD, DEVON, GWYNEDD

pytestmark = [pytest.mark.django_db, pytest.mark.needs_plugin("referrals")]
SAID = {
    "contact": "",
    "why": "Devon looks after them.",
    "told": "phone",
    "looked": "on",
    "right": "on",
}


def address(name, case, *more):
    return url(name, case.pk, *more, kind="referrals")


@pytest.fixture
def at(client_at):
    def client(site, user):
        made = client_at(site, user)
        made.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
        return made

    return client


def post(client, case, to=DEVON, **changes):
    seal = seal_of(packed(case, HANDS_OVER))
    place = f"{address('hand_over', case)}?to={to}"
    return client.post(place, {**SAID, "seal": seal, **changes})


def test_what_would_go_is_shown_before_anything_does(at, gwynedd, gethin, by_carer):
    client = at(gwynedd, gethin)

    chosen = client.get(address("hand_over", by_carer), {"to": DEVON})
    said = chosen.content.decode()

    for row in by_carer.answers:
        assert row["question_en"] in said
    assert CHILD in said
    assert "Devon County Council" in said
    assert HandOver.objects.count() == 0


def test_the_own_council_is_not_offered_and_not_taken(at, gwynedd, gethin, by_carer):
    client, place = at(gwynedd, gethin), address("hand_over", by_carer)

    offered = client.get(place).content.decode()
    asked = client.get(place, {"to": GWYNEDD}).content.decode()

    assert f'value="{DEVON}"' in offered
    assert f'value="{GWYNEDD}"' not in offered
    assert "Choose a council." in asked
    assert "This is all that will be sent" not in asked


@pytest.mark.parametrize("tick", ["looked", "right"])
def test_both_ticks_are_needed(at, gwynedd, gethin, by_carer, tick):
    answer = post(at(gwynedd, gethin), by_carer, **{tick: ""})

    assert "Nothing was sent" in answer.content.decode()
    assert HandOver.objects.count() == 0


def test_it_is_handed_over_and_the_letter_is_next(at, gwynedd, gethin, by_carer):
    answer = post(at(gwynedd, gethin), by_carer, told="letter")

    assert answer.status_code == 302
    assert answer.url == address("letter", by_carer, "passed_on")
    assert HandOver.objects.get().by == gethin


def test_a_council_that_is_not_here_gets_a_sheet(at, gwynedd, gethin, by_carer):
    client = at(gwynedd, gethin)
    answer = post(client, by_carer, to="E06000052")
    sheet = client.get(answer.url).content.decode()

    handed = HandOver.objects.get()
    assert answer.url == address("handed_sheet", by_carer, handed.pk)
    assert CHILD in sheet
    assert "we have passed it on" in sheet


def test_the_other_service_answers_on_its_own_screen(
    at, gwynedd, devon, gethin, sam, by_carer
):
    post(at(gwynedd, gethin), by_carer)
    new = HandOver.objects.get().received
    client = at(devon, sam)

    case = client.get(address("case", new)).content.decode()
    assert address("handed_in", new) in case
    asked = client.get(address("handed_in", new)).content.decode()
    assert "Gwynedd Council" in asked
    client.post(address("handed_in", new), {"refuse": "1", "why": ""})
    assert HandOver.objects.get().waits
    client.post(address("handed_in", new), {"accept": "1"})
    assert HandOver.objects.get().state == HandOver.State.ACCEPTED


def test_neither_service_sees_the_other_s_case(
    at, gwynedd, devon, gethin, sam, by_carer
):
    post(at(gwynedd, gethin), by_carer)
    handed = HandOver.objects.get()

    theirs = at(devon, sam)
    for name, more in (("case", ()), ("hand_over", ()), ("handed_sheet", (handed.pk,))):
        assert theirs.get(address(name, by_carer, *more)).status_code == 404
    ours = at(gwynedd, gethin)
    assert ours.get(address("case", handed.received)).status_code == 404
    assert ours.post(address("handed_in", handed.received)).status_code == 404


def test_another_case_is_answered_by_nobody_and_applications_stay(
    at, gwynedd, gethin, by_carer
):
    client = at(gwynedd, gethin)
    application = make_case(gwynedd)

    assert client.get(address("handed_in", by_carer)).status_code == 404
    here = f"/admin/applications/{application.pk}/hand-over/"
    assert client.get(here).status_code == 404
    assert Case.objects.count() == 2
