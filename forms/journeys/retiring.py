"""Drafts of a plugin's journeys, for whoever retires the plugin."""

from typing import Any

from django.db.models import QuerySet

from cms.retirement import Holding
from forms.journeys.models import (
    Completion,
    Draft,
    FormInWork,
    FormVersion,
    ResumeLink,
)


def drafts(label: str) -> QuerySet[Any]:
    """What people have begun to write and not sent."""
    return Draft.objects.filter(kind=label)


def links(label: str) -> QuerySet[Any]:
    """The links that lead back to it."""
    return ResumeLink.objects.filter(kind=label)


def completions(label: str) -> QuerySet[Any]:
    """How long people took."""
    return Completion.objects.filter(kind=label)


def versions(label: str) -> QuerySet[Any]:
    """What services asked of their own; drafts need it to the end."""
    return FormVersion.objects.filter(kind=label)


def in_work(label: str) -> QuerySet[Any]:
    """What staff were changing in it."""
    return FormInWork.objects.filter(kind=label)


HOLDINGS = (
    Holding(links),
    Holding(drafts),
    Holding(completions),
    Holding(in_work),
    Holding(versions),
)
