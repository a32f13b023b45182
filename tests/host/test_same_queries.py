"""A page asks the same number of queries whether there are two services or six.

With all 175, and every role: tests/long/test_every_authority.py.
"""

import pytest
from django.urls import reverse

from cms.roles import Role
from cms.starter import start_site
from sites.models import HomePage
from tests.factories import make_hub, make_service, make_staff, make_user
from tests.host.counting import admin_paths, asked, grown

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("started")]
# Stock lists that only whoever runs the installation opens: they ask for each row they
# show, and show no more than a page of them.
A_ROW_EACH = {
    "/admin/choose-page/",
    "/admin/pages/",
    "/admin/reports/site-history/",
    "/admin/reports/site-history/results/",
    "/admin/reports/workflow_tasks/",
    "/admin/workflows/list/",
    "/admin/workflows/list/results/",
    "/admin/workflows/task_chooser/",
    "/admin/workflows/task_chooser/results/",
}
# Not asked for an order they show now these, now those of a person's own pages, and
# what a row asks depends on its page. SEARCH asks for one.
SEARCH = "/admin/pages/search/?ordering=-latest_revision_created_at"
IN_NO_ORDER = {"/admin/pages/search/", "/admin/pages/search/results/"}
MORE = ("powys", "conwy", "leeds", "kent")
PUBLIC = ("/{0}/", "/{0}/no-such-page/", "/sitemap.xml")


def of_a_page(page):
    """Key admin pages that take a page's id."""
    return [
        f"/admin/pages/{page.get_parent().pk}/",
        f"/admin/pages/{page.pk}/",
        f"/admin/pages/{page.pk}/edit/",
        f"/admin/pages/{page.pk}/history/",
        f"/admin/pages/{page.pk}/usage/",
        f"/admin/pages/{page.pk}/copy/",
        f"/admin/pages/{page.pk}/move/",
        f"/admin/pages/{page.pk}/privacy/",
        f"/admin/localize/submit/page/{(page.get_children().first() or page).pk}/",
        f"/admin/choose-page/{page.pk}/",
    ]


def of_a_site(site):
    return [SEARCH, f"/admin/settings/authorities/service/{site.pk}/"]


def everything(clients, site):
    for client in clients.values():
        # A log with nothing in it asks for no rows; this address writes into it.
        client.get(reverse("reads_csv"))
    home = HomePage.for_site(site, "en")
    paths = [
        *admin_paths(),
        *of_a_page(home),
        *of_a_site(site),
        *(path.format(code) for path in PUBLIC for code in ("en", "cy")),
    ]
    return {who: asked(client, paths) for who, client in clients.items()}


def growing(few, many):
    """By person, the pages that ask another number of queries and should not."""
    known = {"superuser": A_ROW_EACH | IN_NO_ORDER}
    return {
        who: {
            path: counts
            for path, counts in grown(few[who], many[who]).items()
            if path not in known.get(who, IN_NO_ORDER)
        }
        for who in few
    }


@pytest.mark.filterwarnings("ignore:Pagination may yield inconsistent results")
def test_no_page_asks_more_where_there_are_more_services(client_at, at_once):
    site, hub = make_service("gwynedd"), make_hub()
    here = {Role.MANAGER: client_at(site, make_staff(site, Role.MANAGER))}
    of_the_hub = {
        "network": client_at(hub, make_staff(hub, Role.NETWORK_ADMIN)),
        "superuser": client_at(hub, make_user(is_superuser=True)),
    }
    few = everything(here, site) | everything(of_the_hub, hub)

    for name in MORE:
        start_site(make_service(name))

    many = everything(here, site) | everything(of_the_hub, hub)
    assert growing(few, many) == {who: {} for who in few}
    opened = {who: sum(s == 200 for s, _n in few[who].values()) for who in few}
    assert min(opened.values()) > 15
    assert opened["superuser"] > 60
