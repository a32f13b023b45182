"""Several forms of one plugin: what is begun at one door is nothing to the other."""

import pytest
from django.utils import timezone

from cms.publishing import own_words
from forms.casework.models import Case
from forms.journeys import drafts
from forms.journeys.checks import journeys_are_declared
from forms.journeys.declaring import BadJourney, Journey
from forms.journeys.doors import Form
from forms.journeys.keeping import keeping_token
from forms.journeys.models import Completion, Draft
from forms.journeys.resuming import new_link
from forms.journeys.terms import AnswerTime, Keeping
from forms.journeys.timing import ENOUGH, measure_all, minutes_of
from forms.referrals.journey import JOURNEY
from forms.referrals.models import ReferralPage
from sites.models import Service
from tests.factories import publish
from tests.journeys.test_declaring import PETS
from tests.referrals.walking import ADULT, Asker, page_of

pytestmark = pytest.mark.django_db

SECOND = Journey(
    kind="referrals",
    door="second",
    steps=JOURNEY.steps,
    sections=JOURNEY.sections,
    submit=JOURNEY.submit,
    young_person=JOURNEY.young_person,
)


@pytest.fixture
def two_doors(gwynedd, client_at, monkeypatch):
    """Somebody with one browser, at each of the two doors of one form."""
    first = page_of(gwynedd, "en")
    second = ReferralPage(title="Second", slug="second")
    with own_words():
        publish(second, first.get_parent().specific)
    doors = {"second": SECOND}
    own = property(lambda page: doors.get(page.slug, JOURNEY))
    monkeypatch.setattr(ReferralPage, "journey", own)
    client = client_at(gwynedd)
    return Asker(client, first), Asker(client, ReferralPage.objects.get(pk=second.pk))


def test_two_doors_in_two_tabs_do_not_mix(two_doors):
    first, second = two_doors
    first.answer("who", role="advocate")
    second.answer("who", role="iro")
    first.answer("reach", **ADULT["reach"])
    second.answer("reach", **{**ADULT["reach"], "name": "Elin"})

    told = {draft.door: draft.answers for draft in Draft.objects.all()}
    assert told == {
        "": {**ADULT["reach"], "role": "advocate"},
        "second": {**ADULT["reach"], "role": "iro", "name": "Elin"},
    }
    names = {name for name in first.client.cookies if name.startswith("draft")}
    assert names == {"draft_referrals", "draft_referrals.second"}


def test_sending_at_one_door_leaves_the_other_where_it_was(two_doors):
    first, second = two_doors
    second.answer("who", **ADULT["who"])
    number = first.go(ADULT).partition("iv-reference")[2]

    assert Case.objects.get().reference in number
    assert "Your work email address" in second.look("reach")
    assert second.client.get(second.address("sent")).status_code == 302


def test_what_was_begun_before_there_were_doors_goes_on(two_doors):
    first, _second = two_doors
    opened = drafts.begin(
        site=first.page.get_site(),
        kind="referrals",
        language="en",
        started_at=timezone.now(),
    )
    opened.draft.answers = {"role": "advocate"}
    opened.draft.save()
    first.client.cookies["draft_referrals"] = opened.key

    assert first.client.get(first.address("reach")).status_code == 200
    assert opened.draft.door == ""


def test_the_key_link_code_and_address_of_one_door_open_nothing_at_the_other(two_doors):
    first, second = two_doors
    second.answer("who", **ADULT["who"])
    draft = Draft.objects.get()
    key = second.client.cookies["draft_referrals.second"].value
    link = new_link(draft, expires_at=draft.expires_at)
    kept = keeping_token(draft)
    first.client.cookies["draft_referrals"] = key

    assert first.client.get(first.address("reach")).status_code == 302
    for where, token in (("resume", link), ("delete", kept)):
        there = f"{second.address(where)}{token}/"
        assert second.client.get(there).status_code == 200
        here = f"{first.address(where)}{token}/"
        assert first.client.get(here).status_code == 404


def test_each_door_says_how_long_it_takes_by_itself(gwynedd):
    facts = {"site": gwynedd, "kind": "referrals", "seconds": 1200}
    for _ in range(ENOUGH):
        Completion.objects.create(**facts, door="second")
    measure_all()
    service = Service.objects.get(site=gwynedd)
    ways = [
        minutes_of(service, form.form_key, form.way_of(None))
        for form in (JOURNEY, SECOND)
    ]
    assert ways == [JOURNEY.minutes, 20]


def test_the_terms_of_a_form_are_those_of_all_its_doors():
    soon = AnswerTime(key="soon", label="Soon", days=2)
    late = AnswerTime(key="late", label="Late", days=9)
    kept = Keeping(key="kept", label="Kept", months=3)
    doors = [
        journey(door="", answer_times=[soon], keepings=[kept]),
        journey(door="second", answer_times=[soon, late], keepings=[kept]),
    ]

    form = Form(kind="pets", doors=doors)

    assert (form.answer_times, form.keepings) == ([soon, late], [kept])


def test_two_journeys_of_one_door_stop_the_start(monkeypatch):
    assert journeys_are_declared() == []
    types = [type_of("here"), type_of("here"), type_of("there")]
    monkeypatch.setattr("forms.journeys.checks.page_types", lambda: types)

    assert [error.id for error in journeys_are_declared()] == ["journeys.E003"]


def type_of(door):
    made = journey(door=door)

    class Page:
        @staticmethod
        def declared_journey():
            return made

    return Page


@pytest.mark.parametrize("door", ["Young", "young-people", "a" * 21, "a_b"])
def test_a_door_is_a_short_word_of_small_letters(door):
    with pytest.raises(BadJourney, match="is no short word"):
        journey(door=door)


def journey(**facts):
    return Journey(kind="pets", steps=[PETS], submit=lambda _: "P-1", **facts)
