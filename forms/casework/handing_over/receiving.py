"""Which service here gets the cases of a council, and how one opens there."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Site

from cms.activation import is_on
from forms.casework.flags import Flag
from forms.casework.models import Case
from forms.casework.services import open_case
from sites.models import Authority, Service

HANDED_IN = Flag(
    "handed_in",
    _("Another council handed this over: accept it, or send it back."),
    urgent=True,
)


def receiving_site(*, to: Authority, kind: str, sender: Site) -> Site | None:
    """The site that works this inbox for the council; None where it is not with us.

    A suspended service gets nothing: nobody there could answer.
    """
    service = (
        Service.objects.filter(authority=to)
        .exclude(site=sender)
        .select_related("site__profile")
        .first()
    )
    if service is None or service.site.profile.suspended_at is not None:
        return None
    return service.site if is_on(service.site, kind) else None


@sensitive_variables()
def open_there(site: Site, kind: str, parcel: Mapping[str, Any]) -> Case:
    """A new case at the other service, made of the parcel alone.

    Its reference is that service's own. What the person was promised still holds.
    """
    day = parcel["answer_by"]
    return open_case(
        site=site,
        kind=kind,
        language=parcel["language"],
        spoken_language=parcel["spoken_language"],
        display_name=parcel["display_name"],
        email=parcel["email"],
        phone=parcel["phone"],
        answers=parcel["answers"],
        flags=[HANDED_IN, *parcel["flags"]],
        answer_by=dt.date.fromisoformat(day) if day else None,
        from_young=parcel["from_young"],
    )
