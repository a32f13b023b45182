"""Bare sites that plugins can be switched at: nothing of a service but its kind."""

from itertools import count
from typing import Any

from django.utils import timezone
from wagtail.models import Page, Site

from cms.activation import active_labels, enable
from cms.models import Rollout, RolloutSite, SiteProfile
from cms.plugins import installed_plugins
from cms.rollouts import plan_rollout, start
from tests.factories import make_user

_numbers = count(1)


def make_bare_site(*labels: str, kind: str = "local") -> Site:
    """A site of `kind` with nothing but these plugins on."""
    number = next(_numbers)
    site = Site.objects.create(
        hostname=f"bare{number}.localhost", root_page=Page.get_first_root_node()
    )
    SiteProfile.objects.create(
        site=site, kind=kind, default_language="en", reference_prefix=f"B{number}"[:4]
    )
    for label in labels:
        enable(site=site, label=label)
    return site


def make_started(label: str, turn_on: bool, sites: Any, by: Any = None) -> Rollout:
    """A roll-out that was begun; nothing is done yet."""
    by = by or make_user()
    rollout = plan_rollout(label=label, turn_on=turn_on, sites=sites, by=by)
    start(rollout=rollout, by=by)
    return rollout


def make_begun_and_lost(label: str, sites: Any) -> Rollout:
    """Begun, and the task that would have hurried it is lost."""
    rollout = plan_rollout(label=label, turn_on=True, sites=sites, by=make_user())
    Rollout.objects.filter(pk=rollout.pk).update(started_at=timezone.now())
    return rollout


def outcomes(rollout: Rollout) -> dict[int, tuple[str, tuple[str, ...], str]]:
    """State, what was switched with it, and why not, by the site's id."""
    return {
        row.site_id: (row.state, tuple(row.also_on), row.refusal)
        for row in RolloutSite.objects.filter(rollout=rollout)
    }


def on_at(sites: list[Site]) -> list[set[str]]:
    """What is on at each site, asked afresh; without what is on everywhere anyway."""
    always = {label for label, p in installed_plugins().items() if p.always_on}
    return [set(active_labels(Site.objects.get(pk=site.pk))) - always for site in sites]
