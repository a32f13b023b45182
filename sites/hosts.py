"""The host names of services: checked, added, taken away, told to the host's gate."""

import re
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Site

from cms.addresses import OtherName, forget, hosts_changed, register_host_names
from sites.models import HostAlias

LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
LONGEST = 253
Kind = HostAlias.Kind


@register_host_names
def other_names() -> Iterator[OtherName]:
    """Every service's other names, in one query."""
    for row in HostAlias.objects.all():
        yield OtherName(
            row.hostname, row.site_id, row.language, row.kind == Kind.SERVES
        )


def clean_hostname(text: str) -> str:
    """The name as browsers send it: small letters, Punycode, no dot at the end.

    ValidationError for anything else than a host name, and outside the demonstration
    for names of this machine.
    """
    name = text.strip().lower().removesuffix(".")
    if any(sign in name for sign in "/:@?#") or re.search(r"\s", name):
        raise ValidationError(
            _("Enter the name alone, without https://, a port or a path."),
            code="not_a_name",
        )
    try:
        name = name.encode("idna").decode("ascii")
    except UnicodeError:
        name = ""
    labels = name.split(".")
    sound = len(name) <= LONGEST and all(LABEL.fullmatch(part) for part in labels)
    if not sound or labels[-1].isdecimal():
        raise ValidationError(
            _("Enter a host name, like visitors.example.gov.uk."), code="not_a_name"
        )
    _refuse_names_of_this_machine(name, labels)
    return name


def _refuse_names_of_this_machine(name: str, labels: list[str]) -> None:
    if name in settings.HOSTS_WITHOUT_SERVICE:
        raise ValidationError(_("This name is not free."), code="taken")
    local = labels[-1] == "localhost"
    if (local and not settings.DEMO) or (not local and len(labels) == 1):
        raise ValidationError(
            _("Enter a name that everybody can reach, not one of a single machine."),
            code="local",
        )


def shown_hostname(hostname: str) -> str:
    """The name with its letters, as a person reads it."""
    try:
        return hostname.encode("ascii").decode("idna")
    except UnicodeError:
        return hostname


def refuse_taken(hostname: str, *, by_others_than: Site | None = None) -> None:
    """ValidationError where a site, or another name of one, is called so.

    Of the site `by_others_than` another name may become the canonical one.
    """
    canonical = Site.objects.filter(hostname=hostname)
    aliases = HostAlias.objects.filter(hostname=hostname)
    if by_others_than is not None:
        canonical = canonical.exclude(pk=by_others_than.pk)
        aliases = aliases.exclude(site=by_others_than)
    if canonical.exists() or aliases.exists():
        raise ValidationError(
            _("This name belongs to a service already."), code="taken"
        )


def refuse_other_names(form: Any) -> str:
    """The host name of Wagtail's form of a site, if it is no service's other name."""
    name = str(form.cleaned_data["hostname"])
    if HostAlias.objects.filter(hostname__iexact=name).exists():
        raise ValidationError(
            _("This name belongs to a service already."), code="taken"
        )
    return name


@transaction.atomic
def add_name(
    *,
    site: Site,
    hostname: str,
    language: str,
    kind: str = Kind.REDIRECTS,
    by: Any = None,
) -> HostAlias:
    """Give a service another name; ValidationError where it cannot have it."""
    name = clean_hostname(hostname)
    refuse_taken(name)
    serving = HostAlias.objects.filter(site=site, language=language, kind=Kind.SERVES)
    if kind == Kind.SERVES and serving.exists():
        raise ValidationError(
            _("The pages in this language have a host already. Take that away first."),
            code="serves_already",
        )
    alias = HostAlias.objects.create(
        site=site, hostname=name, language=language, kind=kind
    )
    _log(site, "authorities.host_added", by, alias)
    return alias


@transaction.atomic
def remove_name(*, alias: HostAlias, by: Any = None) -> None:
    """Take a name away: from now on it is a host of no service."""
    _log(alias.site, "authorities.host_removed", by, alias)
    alias.delete()


@transaction.atomic
def move_to(*, site: Site, hostname: str, by: Any = None) -> HostAlias | None:
    """Make a name the canonical one of a service; the one before leads on to it.

    The row of the name before; None where nothing changes.
    """
    name, before = clean_hostname(hostname), site.hostname
    if name == before:
        return None
    refuse_taken(name, by_others_than=site)
    HostAlias.objects.filter(site=site, hostname=name).delete()
    site.hostname = name
    site.save()
    return add_name(
        site=site,
        hostname=before,
        language=site.profile.default_language,
        by=by,
    )


def _log(site: Site, action: str, by: Any, alias: HostAlias) -> None:
    data = {"hostname": alias.hostname, "language": alias.language, "kind": alias.kind}
    log(site, action, user=by, data=data)


@receiver([post_save, post_delete], sender=HostAlias)
def names_changed(sender: Any, instance: HostAlias, **kwargs: Any) -> None:
    """Every process finds the names anew, whoever changed them."""
    forget()
    hosts_changed.send(HostAlias, site_id=instance.site_id)
