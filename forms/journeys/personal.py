"""Whose data drafts hold, and what remains of them once they are sent."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from cms.privacy import Care, Line, PersonalData, Search, acts, opened
from forms.casework.rights.reading import care_of
from forms.journeys.deleting import forget_draft
from forms.journeys.models import Draft, Receipt


@sensitive_variables()
def _drafts(search: Search) -> QuerySet[Any]:
    """Those that were begun for a record of theirs, or name them: all are opened."""
    person = search.person
    here = Draft.objects.filter(site=person.site)
    named = [
        draft.pk
        for draft in opened(here, ["saved_to", "answers"])
        if person.is_in(draft.saved_to, draft.answers)
    ]
    return here.filter(Q(pk__in=named) | Q(adds_to__in=search.references()))


def _receipts(search: Search) -> QuerySet[Any]:
    return Receipt.objects.filter(reference__in=search.references())


def _answers(draft: Draft) -> Iterator[Line]:
    """Each by its field's name: the questions are words of a form that changes."""
    label = gettext("Answers that were not sent")
    for key, value in draft.answers.items():
        if value:
            words = f"{key}: {value}"
            yield Line("answers", label, words, care_of(draft.kind, key))


DRAFTS = PersonalData(
    model="journeys.Draft",
    title=_("Form that was begun and not sent"),
    fields={
        "started_at": Care.GIVE,
        "language": Care.GIVE,
        "saved_to": Care.GIVE,
        "answers": Care.OTHERS,
    },
    labels={
        "started_at": pgettext_lazy("what is kept of a person", "Begun"),
        "saved_to": _("E-mail address for coming back to it"),
        "answers": _("Answers that were not sent"),
    },
    read={"answers": _answers},
    find=_drafts,
    erase=forget_draft,
)
RECEIPTS = PersonalData(
    model="journeys.Receipt",
    title=_("Receipt of a form that was sent"),
    fields={"sent_at": Care.GIVE, "reference": Care.GIVE},
    labels={
        "sent_at": pgettext_lazy("what is kept of a person", "Sent"),
        "reference": _("Reference"),
    },
    through=["draft"],
    find=_receipts,
    site="draft__site",
)
LINKS = PersonalData(
    model="journeys.ResumeLink",
    title=_("Link back to a form"),
    fields={},
    left_out={"token_hash": "A hash that nobody can read; it goes with the draft."},
    through=["draft"],
)
EVERYTHING = [
    DRAFTS,
    RECEIPTS,
    LINKS,
    acts("journeys.FormVersion", "published_by"),
]
