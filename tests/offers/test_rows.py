"""The offers' rows follow the pages: nothing the public cannot read stays in them."""

import datetime as dt
import io
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from wagtail.models import PageViewRestriction, Site

from cms.activation import disable, enable
from cms.models import Offer
from cms.offers import Decision, decide, rebuild, shown_offers
from cms.publishing import own_words
from tests.factories import make_hub, make_service, make_staff
from tests.news.factories import index_of, make_news, republish

State = Offer.State
pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture
def site(provisioned: None) -> Site:
    return make_service("gwynedd")


def the_offer() -> Offer:
    return Offer.objects.get()


def columns(offer: Offer) -> dict[str, Any]:
    names = [
        f"{name}_{language}"
        for language in ("en", "cy")
        for name in ("ready", "title", "summary", "url")
    ]
    return {name: getattr(offer, name) for name in names}


def test_a_ticked_article_is_offered_with_its_facts(site: Site) -> None:
    page = make_news(site, "cy", title="Noson", summary="Dewch.", offer_to_hub=True)

    offer = the_offer()
    assert (offer.site, offer.state, offer.translation_key) == (
        site,
        State.OFFERED,
        page.translation_key,
    )
    assert offer.date == dt.date(2026, 11, 2)
    assert columns(offer) == {
        "ready_en": False,
        "title_en": "",
        "summary_en": "",
        "url_en": "",
        "ready_cy": True,
        "title_cy": "Noson",
        "summary_cy": "Dewch.",
        "url_cy": "http://gwynedd.localhost/cy/newyddion/noson/",
    }


def test_an_article_without_the_tick_is_not_offered(site: Site) -> None:
    make_news(site, "cy")

    assert list(Offer.objects.all()) == []


def test_both_languages_share_one_row(site: Site) -> None:
    welsh = make_news(site, "cy", title="Noson", offer_to_hub=True)
    english = make_news(site, "en", pair=welsh, title="Evening", offer_to_hub=True)

    offer = the_offer()
    assert (offer.ready_en, offer.title_en, offer.page_en_id) == (
        True,
        "Evening",
        english.pk,
    )
    assert (offer.ready_cy, offer.title_cy, offer.page_cy_id) == (
        True,
        "Noson",
        welsh.pk,
    )


def accepted(site: Site) -> Offer:
    offer = the_offer()
    editor = make_staff(make_hub(), "hub_editor")
    return decide(offer=offer, decision=Decision.ACCEPT, by=editor)


def test_unpublishing_one_language_removes_that_language_alone(site: Site) -> None:
    welsh = make_news(site, "cy", offer_to_hub=True)
    make_news(site, "en", pair=welsh, title="Evening", offer_to_hub=True)
    accepted(site)

    with own_words():
        welsh.unpublish()

    offer = the_offer()
    assert (offer.state, offer.ready_en, offer.ready_cy, offer.title_cy) == (
        State.ACCEPTED,
        True,
        False,
        "",
    )


def test_unpublishing_both_withdraws_and_publishing_again_offers_anew(
    site: Site,
) -> None:
    page = make_news(site, "cy", offer_to_hub=True)
    accepted(site)

    page.unpublish()
    gone = the_offer()
    assert (gone.state, list(shown_offers())) == (State.WITHDRAWN, [])

    republish(page)
    assert the_offer().state == State.OFFERED


def test_taking_the_tick_away_withdraws(site: Site) -> None:
    page = make_news(site, "cy", offer_to_hub=True)
    accepted(site)

    republish(page, offer_to_hub=False)

    assert the_offer().state == State.WITHDRAWN


def test_the_language_published_last_decides_about_the_tick(site: Site) -> None:
    welsh = make_news(site, "cy", offer_to_hub=True)
    english = make_news(site, "en", pair=welsh, offer_to_hub=True)

    republish(welsh, offer_to_hub=False)
    assert the_offer().state == State.WITHDRAWN

    republish(english)
    assert the_offer().state == State.OFFERED


def test_a_draft_change_of_an_accepted_article_changes_nothing(site: Site) -> None:
    page = make_news(site, "cy", title="Noson", offer_to_hub=True)
    accepted(site)

    page.title = "Drafft"
    page.save_revision()

    assert the_offer().title_cy == "Noson"


def test_an_edit_that_is_published_shows_and_keeps_the_decision(site: Site) -> None:
    page = make_news(site, "cy", title="Noson", offer_to_hub=True)
    accepted(site)

    republish(page, title="Noswaith")

    offer = the_offer()
    assert (offer.title_cy, offer.state) == ("Noswaith", State.ACCEPTED)


def test_deleting_the_article_withdraws_and_empties_the_row(site: Site) -> None:
    page = make_news(site, "cy", offer_to_hub=True)
    accepted(site)

    page.delete()

    offer = the_offer()
    assert (offer.state, offer.ready_cy, offer.title_cy, offer.page_cy) == (
        State.WITHDRAWN,
        False,
        "",
        None,
    )


def test_switching_news_off_hides_and_on_shows_again(site: Site) -> None:
    make_news(site, "cy", offer_to_hub=True)
    accepted(site)

    disable(site=site, label="news")
    assert (list(shown_offers()), the_offer().state) == ([], State.ACCEPTED)

    enable(site=site, label="news")
    assert list(shown_offers()) == [the_offer()]


def test_a_new_slug_of_the_index_changes_the_address(site: Site) -> None:
    make_news(site, "cy", title="Noson", offer_to_hub=True)
    index = index_of(site, "cy")

    index.slug = "y-diweddaraf"
    with own_words():
        index.save_revision().publish()

    assert the_offer().url_cy == "http://gwynedd.localhost/cy/y-diweddaraf/noson/"


def test_a_private_index_hides_what_stands_under_it(site: Site) -> None:
    make_news(site, "cy", offer_to_hub=True)
    accepted(site)

    rule = PageViewRestriction.objects.create(
        page=index_of(site, "cy"), restriction_type="login"
    )
    assert list(shown_offers()) == []

    rule.delete()
    assert list(shown_offers()) == [the_offer()]


def test_rebuilding_changes_nothing_where_the_signals_did_their_work(
    site: Site,
) -> None:
    welsh = make_news(site, "cy", title="Noson", offer_to_hub=True)
    make_news(site, "en", pair=welsh, title="Evening", offer_to_hub=True)
    make_news(make_service("devon"), "en", title="Exeter", offer_to_hub=True)
    make_news(site, "cy", title="Drafft", offer_to_hub=True).unpublish()

    def rows() -> list[dict[str, Any]]:
        found = Offer.objects.order_by("pk").values()
        return [{k: v for k, v in row.items() if k != "changed_at"} for row in found]

    before = rows()
    rebuild()
    assert rows() == before

    Offer.objects.update(title_en="wrong", ready_cy=False, url_en="http://wrong/")
    call_command("rebuild_offers", stdout=io.StringIO())
    assert rows() == before


def test_an_offer_of_a_missing_plugin_is_hidden_and_keeps_its_state(site: Site) -> None:
    make_hub()
    page = make_news(site, "cy", title="Noson", summary="Dewch.", offer_to_hub=True)
    decide(offer=the_offer(), decision=Decision.ACCEPT, by=make_staff(site, "editor"))
    kind, key = the_offer().kind, the_offer().translation_key
    # As if no installed page type were the offer's, and none of the pages its own.
    Offer.objects.update(kind="gone.story", translation_key=uuid4())
    type(page).objects.update(offer_to_hub=False)

    rebuild()

    assert (list(shown_offers()), the_offer().state) == ([], State.ACCEPTED)
    assert the_offer().title_cy == "Noson"
    Offer.objects.update(kind=kind, translation_key=key)
    assert list(shown_offers()) == [the_offer()]
