"""Plan a roll-out, and say site by site what it would do now."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from wagtail.models import Site

from cms.activation import labels_on
from cms.models import Rollout, RolloutSite
from cms.switching import Plan, plan_switch

State = RolloutSite.State


@dataclass(frozen=True)
class Expected:
    """What the roll-out would do at one site, as things stand."""

    site: Site
    plan: Plan

    @property
    def state(self) -> State:
        """The state in which the site's row would end."""
        if self.plan.refusal:
            return State.REFUSED
        return State.SWITCHED if self.plan.switched else State.UNCHANGED


@transaction.atomic
def plan_rollout(
    *, label: str, turn_on: bool, sites: Iterable[Site], by: Any
) -> Rollout:
    """Write down what is to be switched where; nothing is switched yet."""
    rollout = Rollout.objects.create(plugin=label, turn_on=turn_on, created_by=by)
    RolloutSite.objects.bulk_create(
        RolloutSite(rollout=rollout, site=site) for site in sites
    )
    return rollout


def dry_run(rollout: Rollout) -> list[Expected]:
    """What starting it would do at each site; two queries, whatever their number."""
    sites = Site.objects.filter(pk__in=rollout.rows.values("site"))
    found = list(sites.select_related("profile").order_by("pk"))
    on = labels_on(found)
    return [Expected(site, _plan(rollout, site, on)) for site in found]


def _plan(rollout: Rollout, site: Site, on: dict[int, frozenset[str]]) -> Plan:
    return plan_switch(
        on=on.get(site.pk, frozenset()),
        kind=site.profile.kind,
        label=rollout.plugin,
        turn_on=rollout.turn_on,
    )
