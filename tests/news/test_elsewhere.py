"""A service shows what the hub and other services wrote, and asks the same for it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from cms.models import NationalItem, Reach
from cms.publishing import own_words
from cms.roles import Role
from pages.hub_news.models import HubNewsPage
from pages.news.elsewhere import places_of
from pages.news.models import NewsSettings
from sites.models import Authority, Service
from tests.factories import home_of, make_hub, make_service, make_staff
from tests.hub_news.factories import make_accepted, make_hub_news
from tests.news.factories import index_of, make_news

At = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture
def gwynedd(provisioned: None) -> Site:
    site = make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))
    index_of(site, "en")
    index_of(site, "cy")
    return site


@pytest.fixture
def hub(gwynedd: Site) -> Site:
    return make_hub()


def national(client: Client, path: str = "/en/news/") -> list[str]:
    return [item.title for item in client.get(path).context["national"]]


def test_the_hub_s_news_reaches_the_services_that_were_ticked(
    hub: Site, gwynedd: Site, client_at: At
) -> None:
    make_hub_news(hub, title="For all", reach=["all"])
    make_hub_news(hub, title="For Wales", reach=["wales", "london"])
    make_hub_news(hub, title="For England", reach=["england", "south_west"])
    make_hub_news(hub, title="For the hub alone")
    devon = make_service("devon", authority=Authority.objects.get(slug="devon"))
    index_of(devon, "en")
    south = make_hub_news(hub, title="For the South West", reach=["south_west"])

    assert national(client_at(gwynedd)) == ["For Wales", "For all"]
    assert national(client_at(devon)) == [
        "For the South West",
        "For England",
        "For all",
    ]
    with own_words():
        HubNewsPage.objects.get(pk=south.pk).unpublish()
    assert national(client_at(devon)) == ["For England", "For all"]


def test_it_leads_to_the_hub_in_the_reader_s_language_or_says_which_it_is(
    hub: Site, gwynedd: Site, client_at: At
) -> None:
    welsh = make_hub_news(hub, "cy", title="Dwy Ddeddf", reach=["all"])
    make_hub_news(hub, "en", pair=welsh, title="Two Acts", reach=["all"])
    make_hub_news(hub, "en", title="English only", reach=["wales"])

    text = client_at(gwynedd).get("/cy/newyddion/").text

    assert 'href="http://hub.localhost/cy/newyddion/dwy-ddeddf/">Dwy Ddeddf<' in text
    english = 'href="http://hub.localhost/en/news/english-only/" lang="en"'
    assert f'{english} hreflang="en">English only<' in text
    assert "yn Saesneg" in text
    assert "Cenedlaethol" in text
    assert "Two Acts" not in text


def test_a_service_chooses_national_news_and_news_of_others(
    hub: Site, gwynedd: Site, client_at: At
) -> None:
    by = make_staff(hub, Role.HUB_EDITOR)
    make_hub_news(hub, title="For all", reach=["all"])
    make_accepted(make_service("devon"), by=by, en="Evening in Exeter")
    make_accepted(gwynedd, by=by, en="Our own")
    client = client_at(gwynedd)

    def others() -> list[str]:
        return [i.title for i in client.get("/en/news/").context["from_others"]]

    assert (national(client), others()) == (["For all"], [])
    chosen = {"national_news": False, "other_services": True}
    NewsSettings.objects.update_or_create(site=gwynedd, defaults=chosen)
    assert (national(client), others()) == ([], ["Evening in Exeter"])
    assert "National news" not in client.get("/en/news/").text


def test_both_stand_on_a_home_page_whose_editor_puts_them_there(
    hub: Site, gwynedd: Site, client_at: At
) -> None:
    make_hub_news(hub, title="For all", reach=["all"])
    by = make_staff(hub, Role.HUB_EDITOR)
    make_accepted(make_service("devon"), by=by, en="Evening in Exeter")
    NewsSettings.objects.create(site=gwynedd, other_services=True)
    home = home_of(gwynedd, "en")
    names = ("national_news", "from_services")
    home.sections = [("slot", {"name": name}) for name in names]
    home.save_revision().publish()

    text = client_at(gwynedd).get("/en/").text

    assert "For all" in text.split("National news")[1].split("From other services")[0]
    assert "Evening in Exeter" in text.split("From other services")[1]


def test_it_costs_the_same_at_two_sites_and_at_ten(
    hub: Site, gwynedd: Site, client_at: At
) -> None:
    by = make_staff(hub, Role.HUB_EDITOR)
    NewsSettings.objects.update_or_create(
        site=gwynedd, defaults={"other_services": True}
    )
    make_hub_news(hub, title="For all", reach=["all"])
    make_news(gwynedd, "en", title="Own")
    make_accepted(make_service("devon"), by=by, en="Exeter")
    client = client_at(gwynedd)

    def asked() -> int:
        client.get("/en/news/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/en/news/")
        return len(queries)

    at_two = asked()
    for number in range(8):
        site = make_service(f"{number}service", reference_prefix=f"S{number}")
        make_accepted(site, by=by, en=f"News {number}")

    assert asked() == at_two <= 12
    assert NationalItem.objects.count() == 1


def test_every_place_of_the_register_is_one_the_hub_can_tick(
    provisioned: None,
) -> None:
    places: set[Any] = set()
    for authority in Authority.objects.all():
        places |= set(places_of(Service(authority=authority)))

    assert places == set(Reach.values) - {Reach.ALL}


def test_all_national_news_has_a_page_at_the_service(
    hub: Site, gwynedd: Site, client_at: At
) -> None:
    for number in range(12):
        make_hub_news(hub, title=f"For all {number}", reach=["all"])
    make_hub_news(hub, title="For England", reach=["england"])
    client = client_at(gwynedd)
    path = "/en/services/news/national/"
    nothing = "There is no national news yet."

    assert nothing not in client.get(path).text
    assert f'href="{path}"' in client.get("/en/news/").text
    pages = [client.get(f"{path}?page={number}") for number in (1, 2)]
    listed = [[item.title for item in p.context["listing"].rows] for p in pages]
    assert [*listed[0], *listed[1]] == [f"For all {n}" for n in range(11, -1, -1)]
    assert "/cy/services/news/cenedlaethol/" in pages[0].text
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    assert len(queries) <= 8
    assert client.get("/cy/services/news/cenedlaethol/").status_code == 200
    NationalItem.objects.all().delete()
    assert nothing in client.get(path).text
    NewsSettings.objects.update_or_create(
        site=gwynedd, defaults={"national_news": False}
    )
    assert client.get(path).status_code == 404
