"""Write the letterhead of a service's mails from its settings."""

from wagtail.models import Site

from cms.mail import Letterhead, register_letterhead
from sites.models import Service


@register_letterhead
def write(site: Site, language: str) -> Letterhead:
    """The service's name, numbers and welcome, in one language."""
    service = Service.for_site(site)
    return Letterhead(
        language=language,
        service_name=service.name_in(language),
        email=service.email,
        phone=service.phone,
        welcomes_welsh=service.welsh_standards,
        day_phone=service.day_phone,
        night_phone=service.night_phone,
        staff_concern_contact=service.staff_concern_contact,
    )
