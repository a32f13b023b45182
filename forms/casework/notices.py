"""The two mails of a new case: to the service, and to whoever sent it."""

from collections.abc import Sequence
from typing import Any

from django.utils.functional import Promise

from cms.mail import queue_mail, site_url
from forms.casework.models import Case
from sites.models import Service


def tell_service(case: Case, *, urgent: Sequence[str | Promise] = ()) -> None:
    """Mail the reference to the service's own address, if any, and what is urgent.

    Nothing of the person stands in it: anybody in the office may read that mail.
    """
    service = Service.objects.filter(site=case.site).first()
    if service is None or not service.email:
        return
    queue_mail(
        site=case.site,
        to=service.email,
        template="casework/new_case",
        language="both" if service.welsh_standards else "en",
        context={
            "reference": case.reference,
            "urgent": list(urgent),
            "url": site_url(case.site, "/admin/"),
        },
        case_reference=case.reference,
    )


def acknowledge(case: Case, *, template: str, **more: Any) -> None:
    """Mail their reference, and `more`, to whoever sent it, if they have an address."""
    if not case.email:
        return
    queue_mail(
        site=case.site,
        to=case.email,
        template=template,
        language=case.language,
        context={"name": case.display_name, "reference": case.reference, **more},
        case_reference=case.reference,
    )
