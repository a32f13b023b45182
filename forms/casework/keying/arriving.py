"""Key a case in once, and remember who did, when and from what."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from wagtail.models import Site

from forms.casework.models import Arrival, Case


@transaction.atomic
def key_in(
    *, site: Site, opening: Callable[[], Case], token: UUID, by: Any, **facts: Any
) -> tuple[Case, bool]:
    """The case that `opening` opens, with its Arrival; whether it is a new one.

    The same form token again, be it at the same moment, gives the case that stands.
    `facts` are those of Arrival.
    """
    found = find_keyed(site=site, token=token)
    if found:
        return found, False
    try:
        with transaction.atomic():
            case = opening()
            Arrival.objects.create(site=site, case=case, token=token, by=by, **facts)
    except IntegrityError:
        found = find_keyed(site=site, token=token)
        if found is None:
            raise
        return found, False
    return case, True


def find_keyed(*, site: Site, token: UUID) -> Case | None:
    """The case that was keyed in with this form token; None where none was."""
    arrival = Arrival.objects.filter(site=site, token=token).select_related("case")
    found = arrival.first()
    return found.case if found else None
