"""Jobs, starter pages, slots and panels: of plugins that are on, and of no other."""

import datetime as dt
from typing import Any

import pytest
from acme_fostering.jobs import forget_old_enquiries
from acme_fostering.models import Enquiry, FosteringPage
from acme_fostering.services import receive_enquiry
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone
from wagtail.models import Site

from cms.activation import active_plugins, disable, enable
from cms.models import OutboundEmail, SiteProfile
from cms.schedule import run_due, scheduled_jobs
from cms.starter import load_demo, start_site
from cms.wagtail_hooks import add_plugin_panels
from tests.factories import make_hub
from tests.host.inventing import force_row

pytestmark = pytest.mark.usefixtures("provisioned")
JOB = "fostering.jobs.forget_old_enquiries"
Sites = tuple[Site, Site]


@pytest.fixture
def on_and_off(two_authorities: Sites) -> Sites:
    """The plugin was on at both services, and went off at the second."""
    for site in two_authorities:
        enable(site=site, label="fostering")
    disable(site=two_authorities[1], label="fostering")
    return two_authorities


def jobs_at(site: Site) -> list[str]:
    return [j.name for j in scheduled_jobs() if j.name == f"{JOB}@{site.pk}"]


def test_a_job_is_run_for_the_services_where_its_plugin_is_on(
    on_and_off: Sites,
) -> None:
    for site in on_and_off:
        receive_enquiry(site=site, name="Siân", email="sian@post.example")
    long_ago = timezone.now() - dt.timedelta(days=400)
    Enquiry.objects.update(received=long_ago)

    run_due()

    assert [len(jobs_at(site)) for site in on_and_off] == [1, 0]
    assert [enquiry.site for enquiry in Enquiry.objects.all()] == [on_and_off[1]]
    assert callable(forget_old_enquiries)


def test_no_job_is_run_for_a_site_it_is_not_made_for(on_and_off: Sites) -> None:
    hub, bare = make_hub(), on_and_off[0]
    force_row(hub, "fostering")
    before = len(jobs_at(bare))

    SiteProfile.objects.filter(site=bare).delete()

    assert (before, jobs_at(hub), jobs_at(bare)) == (1, [], [])


@pytest.mark.long
def test_a_service_starts_with_the_pages_of_what_is_on(on_and_off: Sites) -> None:
    for site in on_and_off:
        start_site(site)
        load_demo(site)

    where = {page.path[:8] for page in FosteringPage.objects.all()}
    assert where == {on_and_off[0].root_page.path[:8]}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_slot_is_filled_by_what_is_on(on_and_off: Sites, language: str) -> None:
    template = Template("{% load theme %}{% plugin_slot 'home' %}")

    def filled(host: str) -> bool:
        request = RequestFactory().get(f"/{language}/", SERVER_NAME=host)
        return "services/fostering/" in template.render(Context({"request": request}))

    assert [filled(site.hostname) for site in on_and_off] == [True, False]
    assert not filled("nobody.localhost")
    assert template.render(Context({})) == ""


def test_the_dashboard_shows_the_panels_of_what_is_on(on_and_off: Sites) -> None:
    def shown(host: str) -> list[str]:
        panels: list[Any] = []
        request = RequestFactory().get("/admin/", SERVER_NAME=host)
        request.user = AnonymousUser()
        add_plugin_panels(request, panels)
        names = {type(panel).__name__ for panel in panels}
        return sorted(names & {"NewEnquiriesPanel", "NewFosteringPanel"})

    both = ["NewEnquiriesPanel", "NewFosteringPanel"]
    assert [shown(site.hostname) for site in on_and_off] == [both, []]
    with pytest.raises(Http404):
        shown("nobody.localhost")


def test_a_mail_that_was_promised_is_kept_when_its_plugin_goes_off(
    on_and_off: Sites,
) -> None:
    here = on_and_off[0]
    receive_enquiry(site=here, name="Siân", email="sian@post.example")
    before = set(OutboundEmail.objects.values_list("pk", flat=True))

    disable(site=here, label="fostering")

    assert before
    assert before <= set(OutboundEmail.objects.values_list("pk", flat=True))


def test_what_is_on_stands_in_declared_order(on_and_off: Sites) -> None:
    labels = [plugin.label for plugin in active_plugins(on_and_off[0])]

    assert labels == sorted(labels)
    assert {"fostering", "standard_pages"} <= set(labels)
