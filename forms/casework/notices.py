"""The mail that tells a service about a new case: its reference, and nothing else."""

from cms.mail import queue_mail, site_url
from forms.casework.models import Case
from sites.models import Service


def tell_service(case: Case) -> None:
    """Mail the service's own address, if it has one."""
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
            "url": site_url(case.site, "/admin/"),
        },
        case_reference=case.reference,
    )
