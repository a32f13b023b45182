"""The hub's search: its own pages, what services offered, and services by place."""

import pytest

from cms.activation import disable
from cms.offers import Decision, decide
from sites.models import Authority
from tests.factories import make_hub, make_service, make_staff
from tests.hub_news.factories import hub_index, make_accepted, make_hub_news, make_offer
from tests.search.writing import asked, titles

pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture
def hub(provisioned):
    hub = make_hub()
    hub_index(hub, "en")
    hub_index(hub, "cy")
    return hub


@pytest.fixture
def editor(hub):
    return make_staff(hub, "hub_editor")


@pytest.fixture
def gwynedd(provisioned):
    return make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))


def best(site, language, words):
    """What stands above the list: titles, addresses and languages."""
    answer = asked(site, language, words)
    return [(bet.title, bet.url, bet.language) for bet in answer.context["best"]]


def test_the_hub_finds_what_it_accepted_and_nothing_else(hub, gwynedd, editor):
    make_offer(gwynedd, en="A zebra waits")
    make_accepted(gwynedd, by=editor, en="A zebra accepted")
    declined = make_offer(gwynedd, en="A zebra declined")
    decide(offer=declined, decision=Decision.DECLINE, by=editor, reason_en="No.")
    make_hub_news(hub, title="A zebra of the hub")

    found = set(titles(hub, "en", "zebra"))

    assert found == {"A zebra accepted", "A zebra of the hub"}
    assert "A zebra accepted" in titles(gwynedd, "en", "zebra")
    assert titles(make_service("devon"), "en", "zebra") == []


def test_the_readers_language_comes_first_and_the_other_is_marked(hub, gwynedd, editor):
    make_accepted(gwynedd, by=editor, cy="Noson sebra")
    make_accepted(gwynedd, by=editor, en="A sebra", cy="Dwy sebra")

    answer = asked(hub, "en", "sebra")

    rows = [(row.title, row.language) for row in answer.context["listing"].rows]
    assert rows == [("A sebra", ""), ("Noson sebra", "cy")]
    assert '<li class="iv-results__item" lang="cy">' in answer.content.decode()
    assert "Gwynedd Independent Visitors" in answer.content.decode()


def test_an_offer_is_found_by_every_form_of_a_welsh_word(hub, gwynedd, editor):
    make_accepted(gwynedd, by=editor, cy="Antur yng Nghaernarfon")

    assert titles(hub, "cy", "Gaernarfon") == ["Antur yng Nghaernarfon"]


def test_what_left_the_hub_is_not_found_at_once(hub, gwynedd, editor):
    offer = make_accepted(gwynedd, by=editor, en="A zebra")
    assert titles(hub, "en", "zebra") == ["A zebra"]

    offer.page_en.specific.unpublish()

    assert titles(hub, "en", "zebra") == []


def test_a_hub_that_lists_no_offers_finds_none(hub, gwynedd, editor):
    make_accepted(gwynedd, by=editor, en="A zebra")
    disable(site=hub, label="hub_news")

    assert titles(hub, "en", "zebra") == []


@pytest.mark.parametrize("words", ["Gwynedd", "yng Ngwynedd", "Wynedd", "GWYN"])
def test_a_service_is_found_by_every_form_of_its_place(hub, gwynedd, words):
    service = "Ymwelwyr Annibynnol Gwynedd"

    assert best(hub, "cy", words)[0] == (service, "http://gwynedd.localhost/cy/", "")


def test_a_council_without_a_service_leads_to_the_look_up(hub):
    assert best(hub, "en", "Dyfnaint") == [
        ("Devon County Council", "/en/find/?council=devon", "")
    ]
    assert best(hub, "cy", "Kent")[0][1:] == ("/cy/dod-o-hyd/?council=kent", "en")


def test_common_words_name_no_place_and_other_sites_name_none(hub, gwynedd):
    assert best(hub, "en", "council") == []
    assert best(hub, "en", "volunteer") == []
    assert best(gwynedd, "en", "Devon") == []


def test_a_service_that_hides_its_welsh_is_found_where_it_can_be_read(hub, gwynedd):
    assert best(hub, "cy", "Gwynedd")[0][1] == "http://gwynedd.localhost/cy/"
    gwynedd.profile.hides_welsh = True
    gwynedd.profile.save()

    assert best(hub, "cy", "Gwynedd")[0][1] == "http://gwynedd.localhost/en/"
