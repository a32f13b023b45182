"""What can be refused in casework; every message is for the person who asked."""

from typing import Any

from django.utils.translation import gettext as _

from cms.language.dates import plain_date


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
    """A case was moved without a reason to where it needs one."""

    def __init__(self, *, closes: bool) -> None:
        super().__init__(
            _("Choose why you are closing the case.") if closes else _("Choose why.")
        )


class FactMissing(CaseworkError):
    """What a stage asks was not said."""

    def __init__(self, label: object) -> None:
        super().__init__(_("Write this, too: %(question)s") % {"question": label})


class DateMissing(CaseworkError):
    """A case was deferred without a day."""

    def __init__(self) -> None:
        super().__init__(_("Write the day on which to come back to it."))


class DatePast(CaseworkError):
    """A case was deferred to a day that is not to come."""

    def __init__(self) -> None:
        super().__init__(_("The day must be after today."))


class NothingAwaited(CaseworkError):
    """A day was set by which to answer in a closed case."""

    def __init__(self) -> None:
        super().__init__(_("The case is closed: nobody waits for an answer."))


class NotStaff(CaseworkError):
    """A case can be given only to those who may open it."""

    def __init__(self) -> None:
        super().__init__(
            _("Only a coordinator or manager of this service can have it.")
        )


class PersonAway(CaseworkError):
    """A young person's case was given to somebody who is away."""

    def __init__(self, cover: Any, deputy: Any | None) -> None:
        words = (
            _("%(person)s is away until %(day)s. Give it to %(deputy)s, who stands in.")
            if deputy
            else _("%(person)s is away until %(day)s. Give it to somebody who is here.")
        )
        facts = {
            "person": cover.person,
            "day": plain_date(cover.ends_on),
            "deputy": deputy,
        }
        super().__init__(words % facts)


class NoWayLeft(CaseworkError):
    """The only way to reach a person was taken away."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "There is no phone number: without an e-mail address nobody could"
                " reach them."
            )
        )


class NothingWritten(CaseworkError):
    """A note or mail without words."""

    def __init__(self) -> None:
        super().__init__(_("Write something first."))


class NoAddress(CaseworkError):
    """The person gave no e-mail address."""

    def __init__(self) -> None:
        super().__init__(_("They gave no e-mail address: ring them instead."))


class LanguageChanged(CaseworkError):
    """A letter was begun in a language that the person no longer wants."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody has meanwhile changed the language in which we write to them."
                " Nothing was sent. Open the letter again from the case."
            )
        )


class NotTakenOut(CaseworkError):
    """A case that was keyed in has gone its way, or too much time has passed."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It can no longer be taken out: that is for the first hour, while"
                " nothing has happened to it. Close it instead."
            )
        )


class PersonWasTold(CaseworkError):
    """A case that was keyed in has been acknowledged to its person."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "They have been sent its reference, and may ask for it: close the case"
                " instead."
            )
        )


class SystemMissing(CaseworkError):
    """A case was said to be filed, and not where."""

    def __init__(self) -> None:
        super().__init__(_("Write the name of the system in which it is filed."))


class FiledLater(CaseworkError):
    """A case was said to be filed on a day to come."""

    def __init__(self) -> None:
        super().__init__(_("It cannot be filed on a day to come."))


class FiledBeforeItCame(CaseworkError):
    """A case was said to be filed before it was there."""

    def __init__(self) -> None:
        super().__init__(_("It cannot be filed before the day on which it came."))


class HeldAlready(CaseworkError):
    """A hold is on the case."""

    def __init__(self) -> None:
        super().__init__(_("It is held already."))


class NotHeld(CaseworkError):
    """No hold is on the case any more."""

    def __init__(self) -> None:
        super().__init__(_("It is not held any more."))


class NotToThemselves(CaseworkError):
    """A case was to be handed over to the council whose service has it."""

    def __init__(self) -> None:
        super().__init__(_("That is your own council. Choose another."))


class ParcelChanged(CaseworkError):
    """What would go is no longer what was shown."""

    def __init__(self) -> None:
        super().__init__(
            _("The case has changed since you looked: look again at what will be sent.")
        )


class StillWaiting(CaseworkError):
    """A case was to go to another council before the one that has it answered."""

    def __init__(self) -> None:
        super().__init__(
            _("A council has this already and has not answered yet: ring them first.")
        )


class AnsweredAlready(CaseworkError):
    """A hand-over was accepted or sent back by somebody else."""

    def __init__(self) -> None:
        super().__init__(_("Somebody has answered it already."))
