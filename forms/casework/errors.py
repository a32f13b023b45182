"""What can be refused in casework; every message is for the person who asked."""

from django.utils.translation import gettext as _


class CaseworkError(Exception):
    """Something the service refused; the message says why, in the user's language."""


class MovedMeanwhile(CaseworkError):
    """Somebody else moved the case first."""

    def __init__(self) -> None:
        super().__init__(
            _("Somebody else moved this case a moment ago. Look at it again first.")
        )


class MoveNotAllowed(CaseworkError):
    """The stages do not follow one another."""

    def __init__(self, from_label: object, to_label: object) -> None:
        super().__init__(
            _("A case cannot move from “%(from)s” to “%(to)s”.")
            % {"from": from_label, "to": to_label}
        )


class ReasonMissing(CaseworkError):
    """A case was closed without a reason."""

    def __init__(self) -> None:
        super().__init__(_("Choose why you are closing the case."))


class NotStaff(CaseworkError):
    """A case can be given only to those who may open it."""

    def __init__(self) -> None:
        super().__init__(
            _("Only a coordinator or manager of this service can have it.")
        )


class NothingWritten(CaseworkError):
    """A note or mail without words."""

    def __init__(self) -> None:
        super().__init__(_("Write something first."))


class NoAddress(CaseworkError):
    """The person gave no e-mail address."""

    def __init__(self) -> None:
        super().__init__(_("They gave no e-mail address: ring them instead."))
