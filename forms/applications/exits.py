"""Where an application cannot go further: a kind page, and who else may be glad."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from forms.applications.queries import neighbouring_services
from forms.journeys.declaring import Exit, Situation

TOO_YOUNG = "too_young"
NOT_INDEPENDENT = "not_independent"
OTHER_WAYS = "other_ways"


def leave_if_too_young(situation: Situation) -> str | None:
    """The exit of somebody below the service's minimum age."""
    return TOO_YOUNG if situation.answers.get("old_enough") is False else None


def leave_if_tied_to_council(situation: Situation) -> str | None:
    """The exit of somebody who is not independent of this council.

    Whoever is not sure goes on: we talk about it.
    """
    tied = {"works", "councillor", "partner"}
    return NOT_INDEPENDENT if situation.answers.get("independence") in tied else None


def leave_if_no_time(situation: Situation) -> str | None:
    """The exit of somebody who cannot give the time at the moment."""
    chosen = situation.answers.get("when_free") or []
    return OTHER_WAYS if "not_now" in chosen else None


def _age(situation: Situation) -> Mapping[str, Any]:
    return {"minimum_age": situation.service.minimum_age}


def _neighbours(situation: Situation) -> Mapping[str, Any]:
    authority = situation.service.authority
    return {
        "authority": authority,
        "neighbours": neighbouring_services(authority, situation.language),
    }


EXITS = [
    Exit(
        key=TOO_YOUNG,
        slugs={"en": "not-yet", "cy": "ddim-eto"},
        template="applications/exits/too_young.html",
        title=_("Not yet, but please come back"),
        context=_age,
    ),
    Exit(
        key=NOT_INDEPENDENT,
        slugs={"en": "other-services", "cy": "gwasanaethau-eraill"},
        template="applications/exits/not_independent.html",
        title=_("You could visit for another service"),
        context=_neighbours,
    ),
    Exit(
        key=OTHER_WAYS,
        slugs={"en": "other-ways-to-help", "cy": "ffyrdd-eraill-o-helpu"},
        template="applications/exits/other_ways.html",
        title=_("Other ways to help"),
        context=_neighbours,
    ),
]
