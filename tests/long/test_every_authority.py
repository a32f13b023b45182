"""The whole country at once: a service for each of the 175 authorities, and the hub."""

import pytest
from wagtail.models import Site

from cms.activation import active_labels
from cms.roles import Role
from cms.starter import start_site
from cms.visibility import visible_pages
from sites.models import Authority
from sites.provisioning import Asked, State, create_service
from sites.register import load_register
from tests.factories import make_hub, make_staff, make_user
from tests.host.counting import asked
from tests.host.test_same_queries import everything, growing

pytestmark = [
    pytest.mark.long,
    pytest.mark.django_db,
    # Of a stock report that wagtail-localize does not put in order.
    pytest.mark.filterwarnings("ignore:Pagination may yield inconsistent results"),
]
FIRST = ("gwynedd", "devon")


def make(authority: Authority) -> Site:
    outcome = create_service(Asked(authority=authority))
    assert (outcome.state, outcome.readback.wrong) == (State.MADE, [])
    return outcome.site


def public_paths(site):
    """Every page that the public sees of a service, in both languages."""
    return [
        page.get_url()
        for code in ("en", "cy")
        for page in visible_pages(site, code).order_by("path")
    ]


def test_every_service_stands_and_no_page_asks_more_than_with_two(client_at, at_once):
    load_register()
    hub = make_hub()
    start_site(hub)
    named = {name: Authority.objects.get(slug=name) for name in FIRST}
    gwynedd, devon = (make(authority) for authority in named.values())
    # A manager may whatever another role of a service may (tests/crawl/test_crawl.py).
    staff = {Role.MANAGER: client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))}
    network = {"superuser": client_at(hub, make_user(is_superuser=True))}
    visitor = client_at(gwynedd)

    def measured():
        public = {"public": asked(visitor, public_paths(gwynedd))}
        return public | everything(staff, gwynedd) | everything(network, hub)

    with_two = measured()
    others = Authority.objects.exclude(slug__in=FIRST).in_order("en")
    country = [gwynedd, devon, *(make(authority) for authority in others)]
    with_all = measured()

    assert len(country) == 175
    assert incomplete(country) == []
    assert answers_of(country[::29], client_at) == {200}
    assert growing(with_two, with_all) == {who: {} for who in with_two}
    assert len(with_two["public"]) > 30


def incomplete(sites):
    started = {"standard_pages", "news", "applications", "referrals"}
    return [
        site.hostname
        for site in sites
        if not started <= active_labels(site)
        or not all(visible_pages(site, code).exists() for code in ("en", "cy"))
    ]


def answers_of(sites, client_at):
    """What some services answer on every page they have."""
    return {
        client_at(site).get(path).status_code
        for site in sites
        for path in public_paths(site)
    }
