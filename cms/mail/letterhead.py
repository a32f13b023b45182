"""What stands around every mail: whose it is, and whom to ring about a child.

The host knows no services: whoever does registers how to write their letterhead.
"""

from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parseaddr

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Site

from cms.models.outbox import OutboundEmail

BETWEEN_LANGUAGES = "\n\n* * *\n\n"
"""What stands between the two halves of a mail in plain text."""


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """A service's own facts, in one language; the council as it follows "ring"."""

    language: str
    service_name: str
    email: str = ""
    phone: str = ""
    welcome: str = ""
    council: str = ""
    day_phone: str = ""
    night_phone: str = ""
    staff_concern_contact: str = ""

    @property
    def worry(self) -> list[str]:
        """Whom to ring about a child, a sentence a line."""
        with override(self.language):
            return [
                _("If a child is in danger now, ring 999."),
                self._report(),
                *self._staff(),
                _("Please do not use the forms on this website to report a worry."),
            ]

    def _report(self) -> str:
        if not self.day_phone:
            return _(
                "To report a worry about a child, ring the council where the child "
                "lives."
            )
        return _(
            "To report a worry about a child, ring %(council)s on %(day)s; outside "
            "office hours, %(night)s."
        ) % {
            "council": self.council,
            "day": self.day_phone,
            "night": self.night_phone,
        }

    def _staff(self) -> list[str]:
        if not self.staff_concern_contact:
            return []
        about = _("Worried about a volunteer or a member of staff? Ring %(contact)s.")
        return [about % {"contact": self.staff_concern_contact}]


Writer = Callable[[Site, str], Letterhead]
_writers: list[Writer] = []


def register_letterhead(writer: Writer) -> Writer:
    """Let `writer(site, language)` write the letterheads; the last one registered."""
    _writers.append(writer)
    return writer


def letterhead_of(site: Site, language: str) -> Letterhead:
    """The letterhead of a site in one language."""
    if _writers:
        return _writers[-1](site, language)
    return Letterhead(language=language, service_name=site.site_name or site.hostname)


def letterheads_of(email: OutboundEmail) -> list[Letterhead]:
    """The letterheads of a mail, one a language it speaks."""
    return [letterhead_of(email.site, code) for code in email.languages]


def sender_address() -> str:
    """The one address the platform sends from."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
