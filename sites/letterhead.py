"""Write the letterhead of a service's mails: what stands on its pages stands there."""

from wagtail.models import Site

from cms.mail import Letterhead, register_letterhead
from sites.furniture import service_furniture


@register_letterhead
def write(site: Site, language: str) -> Letterhead:
    """The service's name, numbers and welcome, in one language."""
    facts = service_furniture(site, language)
    if not facts:
        return Letterhead(language=language, service_name=site.site_name)
    worry = facts["safeguarding"]
    return Letterhead(
        language=language,
        service_name=facts["service_name"],
        email=facts["contact"]["email"],
        phone=facts["contact"]["phone"],
        welcome=facts["service"].welcome_in(language),
        council=worry.get("council", ""),
        day_phone=worry.get("day_phone", ""),
        night_phone=worry.get("out_of_hours_phone", ""),
        staff_concern_contact=worry.get("staff_concern_contact", ""),
    )
