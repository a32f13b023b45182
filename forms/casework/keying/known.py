"""Whether somebody whom staff key in is in the inbox already."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Site

from forms.casework.models import Case, SearchMark
from forms.casework.searching import drawers_of, folded
from forms.casework.telephone import dialled

SHOWN = 5
SAME_PHONE, SAME_ADDRESS, SAME_NAME = (
    _("the same phone number"),
    _("the same e-mail address"),
    _("the same name"),
)


@dataclass(frozen=True)
class Known:
    """A case that may be of the same person, and by what."""

    case: Case
    by: list[str | Promise]


@sensitive_variables()
def known_already(
    *, site: Site, kind: str, name: str, email: str, phone: str
) -> list[Known]:
    """At most five cases of this inbox, closed ones too, the newest first.

    Only what lies in the drawers of these facts is opened (forms.casework.searching).
    """
    fits = lying_by(site=site, name=name, email=email, phone=phone)
    cases = Case.objects.filter(site=site, kind=kind).filter(fits).defer("answers")
    found: list[Known] = []
    for case in cases.iterator(chunk_size=200):
        by = _shared(case, name, email, phone)
        if by:
            found.append(Known(case, by))
        if len(found) == SHOWN:
            break
    return found


@sensitive_variables()
def lying_by(*, site: Site, name: str, email: str, phone: str) -> Q:
    """The cases in the drawers of any of these facts; others lie there by chance."""
    fits = _all_in(site.pk, drawers_of(site.pk, name, ""))
    for drawers in (
        drawers_of(site.pk, "", email),
        drawers_of(site.pk, "", "", phone),
    ):
        fits |= _all_in(site.pk, drawers)
    return fits


def _all_in(site_id: int, drawers: set[int]) -> Q:
    """The cases that lie in each of these drawers; none where there is no drawer."""
    if not drawers:
        return Q(pk__in=())
    fits = Q()
    for drawer in drawers:
        marks: QuerySet[Any, Any] = SearchMark.objects.filter(
            site=site_id, drawer=drawer
        )
        fits &= Q(pk__in=marks.values("case"))
    return fits


@sensitive_variables()
def _shared(case: Case, name: str, email: str, phone: str) -> list[str | Promise]:
    same = (
        (SAME_PHONE, dialled(case.phone), dialled(phone)),
        (SAME_ADDRESS, folded(case.email).strip(), folded(email).strip()),
        (SAME_NAME, sorted(folded(case.display_name).split()), _words(name)),
    )
    return [words for words, theirs, ours in same if ours and theirs == ours]


def _words(name: str) -> list[str]:
    return sorted(folded(name).split())
