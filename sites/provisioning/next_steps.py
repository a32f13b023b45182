"""What people have to do once a service is made, in plain words."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.roles import Role
from sites.models import HostAlias, Membership, Service
from sites.staff.models import Invitation


@dataclass(frozen=True)
class Step:
    """One thing to do."""

    title: str
    text: str


SAFEGUARDING = ("day_phone", "night_phone", "staff_concern_contact")


def next_steps(site: Site) -> list[Step]:
    """What is still to do for this service, in the order in which to do it."""
    service = Service.objects.select_related("authority").get(site=site)
    aliases = HostAlias.objects.filter(site=site).order_by("hostname")
    hosts = [site.hostname, *aliases.values_list("hostname", flat=True)]
    missing = service.missing_to_open()
    steps = [*_of_the_network(hosts), *_of_the_manager(site)]
    steps += _of_settings(service, missing)
    steps.append(
        Step(
            _("Read the pages"),
            _(
                "They come from the national texts. Read them in both languages and"
                " change what is different with you."
            ),
        )
    )
    return steps


def _of_the_network(hosts: list[str]) -> list[Step]:
    names = ", ".join(hosts)
    if all(host.endswith(".localhost") for host in hosts):
        return []
    steps = [
        Step(
            _("Point the host names here (DNS)"),
            _(
                "Ask whoever runs the council's domain to point %(hosts)s to this"
                " server."
            )
            % {"hosts": names},
        ),
        Step(
            _("Get a certificate"),
            _("The certificate of this server has to name %(hosts)s.")
            % {"hosts": names},
        ),
    ]
    if closed := [host for host in hosts if not _allowed(host)]:
        text = _("Add %(hosts)s to ALLOWED_HOSTS and start the server again.")
        steps.append(
            Step(_("Let the server answer"), text % {"hosts": ", ".join(closed)})
        )
    return steps


def _allowed(host: str) -> bool:
    from django.http.request import validate_host

    return validate_host(host, settings.ALLOWED_HOSTS)


def _of_the_manager(site: Site) -> list[Step]:
    rows = Membership.objects.filter(site=site, role=Role.MANAGER)
    if rows.exists():
        return []
    open_ones = Invitation.objects.filter(
        site=site, accepted_at=None, withdrawn_at=None, expires_at__gt=timezone.now()
    )
    if any(Role.MANAGER in invitation.roles for invitation in open_ones):
        return [
            Step(
                _("Ask the service manager to accept"),
                _("An invitation is in their mail. The link in it works for a week."),
            )
        ]
    address = f"{site.root_url}/admin/"
    return [
        Step(
            _("Invite the service manager"),
            _("Nobody manages this service yet. Its manager works at %(address)s.")
            % {"address": address},
        )
    ]


def _of_settings(service: Service, missing: list[str]) -> list[Step]:
    safety = [name for name in missing if name in SAFEGUARDING]
    others = [name for name in missing if name not in SAFEGUARDING]
    steps = []
    if safety:
        steps.append(
            Step(
                _("Enter the safeguarding numbers"),
                _(
                    "They stand on every page under “Worried about a child?”:"
                    " %(names)s. Ring each of them once before you enter it."
                )
                % {"names": _labels(service, safety)},
            )
        )
    if others:
        steps.append(
            Step(
                _("Fill in the settings"),
                _("Forms stay closed until these are there: %(names)s.")
                % {"names": _labels(service, others)},
            )
        )
    return steps


def _labels(row: Model, names: list[str]) -> str:
    fields: list[Any] = [row._meta.get_field(name) for name in names]
    return "; ".join(str(field.verbose_name) for field in fields)
