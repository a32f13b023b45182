"""How many queries a page costs: the same with twenty sites as with two."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from cms.addresses import root_paths
from cms.roles import Role
from cms.routing import find_site, route_for_request
from cms.starter import load_demo
from sites.models import Authority
from tests.factories import make_hub, make_service, make_staff
from tests.hub_news.factories import hub_index, make_accepted, make_hub_news

At = Callable[..., Client]
pytestmark = [pytest.mark.usefixtures("at_once"), pytest.mark.slow]
BUDGETS = {
    "/cy/": 12,
    "/cy/y-gyfraith-yng-nghymru/": 8,
    "/cy/dod-yn-ymwelydd/": 8,
    "/cy/newyddion/": 10,
    "/cy/newyddion/deng-mlynedd-o-adran-98/": 10,
    "/cy/dim-tudalen/": 5,
    "/cy/gwneud-cais/": 7,
    "/cy/gwneud-cais/eich-iaith/": 7,
    "/cy/gofyn/": 7,
    "/cy/gofyn/pwy/": 7,
}


@pytest.fixture
def gwynedd(started: None) -> Site:
    site = make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))
    load_demo(site)
    return site


def asked(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(path)
    return len(queries)


def test_pages_keep_to_their_budgets_at_two_sites_and_at_twenty(
    gwynedd: Site, client_at: At
) -> None:
    hub = make_hub()
    hub_index(hub, "en")
    make_hub_news(hub, title="For all", reach=["all"])
    editor = make_staff(hub, Role.HUB_EDITOR)
    make_accepted(make_service("devon"), by=editor, en="Exeter")
    client = client_at(gwynedd)
    shown = client.get("/cy/").text
    assert "For all" in shown
    at_two = {path: asked(client, path) for path in BUDGETS}
    for number in range(18):
        make_service(f"{number}service", reference_prefix=f"S{number}")

    at_twenty = {path: asked(client, path) for path in BUDGETS}

    assert at_twenty == at_two
    over = {path: n for path, n in at_two.items() if n > BUDGETS[path]}
    assert over == {}


def test_the_hub_s_news_asks_the_same_at_two_sites_and_at_twenty(
    db: None, client_at: At
) -> None:
    hub = make_hub()
    editor = make_staff(hub, Role.HUB_EDITOR)
    hub_index(hub, "en")
    make_hub_news(hub, title="Own", topic="law", date=dt.date(2030, 1, 1))
    make_accepted(make_service("devon"), by=editor, en="Exeter")
    client = client_at(hub)
    item = "/en/news/own/"
    paths = ("/en/news/", "/en/services/hub_news/feed/atom/", item)
    at_two = [asked(client, path) for path in paths]
    for number in range(18):
        site = make_service(f"{number}service", reference_prefix=f"S{number}")
        make_accepted(site, by=editor, en=f"News {number}")

    assert [asked(client, path) for path in paths] == at_two
    assert at_two[0] <= 10  # Of which four where the site is warm: tests/page_cache.
    assert at_two[2] <= 15


def test_where_sites_begin_takes_three_questions_and_then_none(
    gwynedd: Site, django_assert_num_queries: Any
) -> None:
    cache.clear()

    with django_assert_num_queries(3):
        first = Site.get_site_root_paths()
    with django_assert_num_queries(0):
        assert Site.get_site_root_paths() == first == root_paths()
    assert {(path.root_url, path.root_path, path.language_code) for path in first} == {
        (f"http://{name}.localhost", f"/{name}/{language}/", language)
        for name in ("gwynedd", "devon", "hub")
        for language in ("en", "cy")
    }


def test_a_changed_host_is_known_at_once(gwynedd: Site) -> None:
    root_paths()
    gwynedd.hostname = "arall.example"
    gwynedd.save()

    roots = {path.root_url for path in root_paths()}
    assert roots & {"http://arall.example", "http://gwynedd.localhost"} == {
        "http://arall.example"
    }


def test_ours_stand_in_the_place_of_wagtail_s_own() -> None:
    assert Page.route_for_request is route_for_request
    assert Site._find_for_request is find_site
    assert Site.get_site_root_paths is root_paths
