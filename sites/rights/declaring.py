"""What a request itself says of its person; it is found like everything else."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.privacy import Care, Kept, PersonalData, Search, opened
from sites.rights.keeping import ANSWERED
from sites.rights.models import RightsRequest

WHO = ("name", "email", "phone")


def _kept(request: RightsRequest) -> Kept:
    until = None if request.is_open else ANSWERED.until(request, request.site)
    return Kept(_("It shows that you asked and what we answered."), until)


def _find(search: Search) -> QuerySet[Any]:
    rows, person = RightsRequest.objects.filter(site=search.person.site), search.person
    found = [
        row.pk
        for row in opened(rows, WHO)
        if person.is_in(*(getattr(row, name) for name in WHO))
    ]
    return RightsRequest.objects.filter(pk__in=found)


_WORK = "Says which records were found, and what was decided of them: they are there."

REQUESTS = PersonalData(
    model="rights.RightsRequest",
    title=_("Request about your own data"),
    fields={
        "name": Care.GIVE,
        "email": Care.GIVE,
        "phone": Care.GIVE,
        "address": Care.GIVE,
        "received_on": Care.GIVE,
        "identity_note": Care.OTHERS,
        "extended_why": Care.GIVE,
        "ended_why": Care.GIVE,
    },
    labels={
        "extended_why": _("Why it took longer"),
        "ended_why": _("Why it was closed"),
    },
    left_out={
        "references": _WORK,
        "chosen": _WORK,
        "decisions": _WORK,
        "done": _WORK,
        "paper": "They have it already.",
        "officer": "Who did it, as part of the service's own record.",
    },
    find=_find,
    correctable=["name", "email", "phone", "address"],
    kept=_kept,
)
