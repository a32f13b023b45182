"""The cases of a plugin's inbox, for whoever retires the plugin."""

from typing import Any

from django.db.models import QuerySet

from cms.models import OutboundEmail
from cms.retirement import Holding
from forms.casework.models import (
    Case,
    Passage,
    SavedFilter,
    SearchMark,
    Standing,
    UploadedList,
)


def cases(label: str) -> QuerySet[Any]:
    """Every case of the plugin, open or closed."""
    return Case.objects.filter(kind=label)


def mails_of_cases(label: str) -> QuerySet[Any]:
    """The mails about them, whoever's the words: they name the same people."""
    references = cases(label).values("reference")
    return OutboundEmail.objects.filter(case_reference__in=references)


def passages(label: str) -> QuerySet[Any]:
    """The moves that the plugin declared; cases that moved need them."""
    return Passage.objects.filter(kind=label)


def standings(label: str) -> QuerySet[Any]:
    """The stages that it declared; cases that stand there need them."""
    return Standing.objects.filter(kind=label)


def uploaded_lists(label: str) -> QuerySet[Any]:
    """The lists that wait to be taken into its inbox."""
    return UploadedList.objects.filter(kind=label)


def kept_lists(label: str) -> QuerySet[Any]:
    """The lists that staff keep of its inbox."""
    return SavedFilter.objects.filter(kind=label)


def search_marks(label: str) -> QuerySet[Any]:
    """What its cases are found by."""
    return SearchMark.objects.filter(case__kind=label)


# A closed case is no less a record: nothing here says that it was filed elsewhere.
HOLDINGS = (
    Holding(mails_of_cases),
    Holding(uploaded_lists),
    Holding(kept_lists),
    Holding(search_marks),
    Holding(
        cases,
        precious=cases,
        because="A case can be the only record of a child's request. Nothing of it is"
        " destroyed until somebody has filed it in the child's case record.",
    ),
    Holding(passages),
    Holding(standings),
)
