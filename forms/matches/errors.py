"""What can be refused of a match; every message is for the person who asked."""

from django.utils.translation import gettext as _

from forms.casework.errors import CaseworkError


class CannotBeJoined(CaseworkError):
    """The two are not a visitor and a child of one site."""

    def __init__(self) -> None:
        super().__init__(_("These two records cannot be joined."))


class HasVisitor(CaseworkError):
    """Somebody visits, or was introduced, on this request already."""

    def __init__(self) -> None:
        super().__init__(
            _("Somebody was introduced on this request already, and it goes on.")
        )


class NotGoingOn(CaseworkError):
    """The match was undone or ended meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("Somebody else ended it, or took it back, a moment ago."))


class AppointedAlready(CaseworkError):
    """The visitor was appointed in writing: only an end of the law ends that."""

    def __init__(self) -> None:
        super().__init__(
            _("The visitor is appointed in writing. Say how the appointment ended.")
        )


class NotAppointed(CaseworkError):
    """There is no appointment to end."""

    def __init__(self) -> None:
        super().__init__(
            _("Nobody was appointed in writing yet: take back the introduction.")
        )


class StillToCome(CaseworkError):
    """What is kept has happened."""

    def __init__(self) -> None:
        super().__init__(_("That day is still to come."))


class TooEarly(CaseworkError):
    """The days of a match follow one another."""

    def __init__(self) -> None:
        super().__init__(_("That is before what went before it."))


class EndReasonMissing(CaseworkError):
    """An appointment ends for one of the reasons of the law."""

    def __init__(self) -> None:
        super().__init__(_("Choose how the appointment ended."))
