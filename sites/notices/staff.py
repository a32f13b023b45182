"""What is kept of the people who work at a service: who they are, what they did."""

from collections.abc import Iterator, Sequence

from django.conf import settings
from django.utils.translation import gettext as _

from sites.details import how_long
from sites.models import Service
from sites.notices.audiences import Audience
from sites.notices.declaring import Collected, KeptFor, Reason, register_collecting


@register_collecting
def collected_of_staff(service: Service) -> Iterator[Collected]:
    """Alike at every service: nobody works there without signing in."""
    yield Collected(
        key="staff",
        audience=Audience.STAFF,
        title=_("Staff who sign in"),
        whose=_("People who work for the service"),
        ask=_asked,
        kept=_kept(),
        recipients=[
            _(
                "The people who manage the service: who works there, who signed in and"
                " who read which record."
            ),
            _("The network’s administrators at the hub: who works where."),
        ],
    )


def _asked() -> Sequence[Reason]:
    return [
        Reason(
            why=_("to let you in, and nobody else"),
            asked=[
                _("Your name and e-mail address"),
                _("Your roles, and who gave them to you"),
                _("A password that nobody can read, or your council’s own sign-in"),
                _("Your second factor"),
            ],
        ),
        Reason(
            why=_("to show you the screens as you like them"),
            asked=[_("Your language"), _("Lists and filters that you save")],
        ),
        Reason(
            why=_("to know who stands in when you are away"),
            asked=[_("Days on which you are away, never why")],
        ),
        Reason(
            why=_("to show that people’s records are safe with us"),
            asked=[
                _("When you signed in, with which browser, from which network"),
                _("Which records you opened, found, printed or exported"),
                _("What you changed, decided and wrote, with your name"),
            ],
        ),
    ]


def _kept() -> list[KeptFor]:
    from sites.entry.log import KEPT

    months = KEPT.days * 12 // 365
    return [
        KeptFor(what=_("The log of sign-ins"), how_long=how_long(months)),
        KeptFor(
            what=_("The log of who has read which record"),
            how_long=how_long(settings.READ_LOG_MONTHS),
        ),
        KeptFor(
            what=_("What you decided and wrote about a record"),
            how_long=_("as long as the record itself"),
        ),
    ]
