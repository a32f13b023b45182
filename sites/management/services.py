"""What the commands about one service share: which one is meant."""

from django.core.management.base import CommandError
from wagtail.models import Site

from sites.models import HostAlias


def service_at(hostname: str) -> Site:
    """The service with this host name, canonical or other; CommandError where none."""
    try:  # As it is kept, whether it was typed so or with its own letters.
        name = hostname.strip().lower().encode("idna").decode("ascii")
    except UnicodeError:
        name = ""
    site = Site.objects.filter(hostname=name, profile__isnull=False).first()
    alias = HostAlias.objects.filter(hostname=name).select_related("site").first()
    found = site or (alias.site if alias else None)
    if found is None:
        raise CommandError(f"No service has the host name {hostname}.")
    return found
