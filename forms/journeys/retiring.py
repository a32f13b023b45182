"""Drafts of a plugin's journeys, for whoever retires the plugin."""

from typing import Any

from django.db.models import QuerySet

from cms.retirement import Holding
from forms.journeys.models import Completion, Draft, ResumeLink


def drafts(label: str) -> QuerySet[Any]:
    """What people have begun to write and not sent."""
    return Draft.objects.filter(kind=label)


def links(label: str) -> QuerySet[Any]:
    """The links that lead back to it."""
    return ResumeLink.objects.filter(kind=label)


def completions(label: str) -> QuerySet[Any]:
    """How long people took."""
    return Completion.objects.filter(kind=label)


HOLDINGS = (Holding(links), Holding(drafts), Holding(completions))
