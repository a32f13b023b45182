"""A service in Wales with a host name for each language, and one that leads on."""

from wagtail.models import Site

from sites.hosts import Kind, add_name
from tests.factories import make_service

CANONICAL = "gwynedd.localhost"
WELSH = "ymwelydd.localhost"
ENGLISH = "visitor.localhost"
OLD = "hen.localhost"


def with_language_hosts() -> Site:
    """Gwynedd: Welsh, English, and an older name that leads on in Welsh."""
    site = make_service("gwynedd")
    add_name(site=site, hostname=WELSH, language="cy", kind=Kind.SERVES)
    add_name(site=site, hostname=ENGLISH, language="en", kind=Kind.SERVES)
    add_name(site=site, hostname=OLD, language="cy")
    return site
