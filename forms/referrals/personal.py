"""Whose data a request for a visitor holds: a child's, and of those around them."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.debug import sensitive_variables

from cms.privacy import Care, Line, PersonalData, Search, by_all_words, opened
from forms.referrals.choices import AGE_BANDS, ROLES
from forms.referrals.models import Referral
from forms.referrals.saying.services import WORDS

_AGES = {choice.value: choice.label for choice in AGE_BANDS}
_ROLES = {choice.value: choice.label for choice in ROLES}


@sensitive_variables()
def _of_the_child(search: Search) -> QuerySet[Any]:
    """Requests for a child of this name; their cases are found with them."""
    here = Referral.objects.filter(site=search.person.site)
    found = [
        row.pk
        for row in opened(here, ["child_name", "more"])
        if search.person.is_called(row.child_name) or search.person.is_in(row.more)
    ]
    return here.filter(pk__in=found)


def _worded(
    name: str, label: Any, words: dict[str, Any], care: Care
) -> Callable[[Any], Iterable[Line]]:
    def read(row: Any) -> Iterator[Line]:
        if said := getattr(row, name):
            yield Line(name, str(label), str(words.get(said, said)), care)

    return read


_ROLE, _AGE = _("Who asked"), _("Age of the child")
_SAYS = _("What the child says")
REQUESTS = PersonalData(
    model="referrals.Referral",
    title=_("Request for a visitor"),
    fields={
        "role": Care.OTHERS,
        "child_name": Care.CHILD,
        "age_band": Care.CHILD,
        "council": Care.CHILD,
        "child_knows": Care.CHILD,
        "child_says": Care.CHILD,
        "more": Care.CHILD,
        "worker": Care.OTHERS,
        "manager": Care.OTHERS,
    },
    labels={
        "role": _ROLE,
        "child_name": _("Name or initials of the child"),
        "age_band": _AGE,
        "council": pgettext_lazy("what is kept of a person", "Which council"),
        "child_knows": _("Whether the child knows of it"),
        "child_says": _SAYS,
        "more": _("What else was told of the child"),
        "worker": _("The child’s social worker"),
        "manager": _("The manager of whoever asked"),
    },
    read={
        "role": _worded("role", _ROLE, _ROLES, Care.OTHERS),
        "age_band": _worded("age_band", _AGE, _AGES, Care.CHILD),
        "child_says": _worded("child_says", _SAYS, WORDS, Care.CHILD),
    },
    through=["case"],
    find=_of_the_child,
    mentioned=by_all_words("referrals.Referral", ["worker", "manager"]),
    correctable=["child_name"],
)
SAYINGS = PersonalData(
    model="referrals.Saying",
    title=_("Word of a child"),
    fields={
        "heard_on": Care.CHILD,
        "says": Care.CHILD,
        "how_shown": Care.CHILD,
        "language": Care.CHILD,
        "heard_by": Care.OTHERS,
        "by": Care.OTHERS,
    },
    labels={
        "heard_on": _("Heard on"),
        "says": _SAYS,
        "how_shown": _("How they show it"),
        "heard_by": _("Who heard it"),
    },
    read={"says": _worded("says", _SAYS, WORDS, Care.CHILD)},
    through=["case"],
    mentioned=by_all_words("referrals.Saying", ["heard_by"]),
)
EVERYTHING = [REQUESTS, SAYINGS]
