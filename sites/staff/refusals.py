"""Why something about staff is not done, in words for whoever asked for it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class StaffRefusal(Exception):
    """Refused; its text says why. Nothing was changed."""

    words: str | Promise = ""

    def __str__(self) -> str:
        return str(self.words)


class NotHere(StaffRefusal):
    """The person holds no role at this site."""

    words = _("This person does not work here.")


class RoleNotHere(StaffRefusal):
    """A role that this kind of site does not have, or none at all."""

    words = _("Choose at least one role of this site.")


class LastManager(StaffRefusal):
    """Nobody would be left to look after the site's people."""

    words = _(
        "Nobody else looks after the people here. Give somebody else that role first."
    )


class WorksElsewhere(StaffRefusal):
    """Their second factor guards other services too."""

    words = _(
        "This second factor is for the network’s administrators to reset. Ask them."
    )


class NoFactor(StaffRefusal):
    """There is nothing to reset."""

    words = _("Nobody with a second factor was found.")


class WorksHere(StaffRefusal):
    """Somebody of the site's own staff was invited."""

    words = _(
        "Somebody with this e-mail address works here already. Change their roles"
        " instead."
    )


class InvitedAlready(StaffRefusal):
    """An invitation to this address waits, or has expired and was not withdrawn."""

    words = _(
        "Somebody with this e-mail address has been invited already. Send that"
        " invitation again, or withdraw it first."
    )


class InvitedOften(StaffRefusal):
    """Invitations to this address, from anywhere, came one after the other."""

    words = _(
        "This address was sent several invitations within the hour. Wait an hour, and"
        " ask the person to look among their junk mail."
    )


class HasManager(StaffRefusal):
    """The service has a manager, who invites everybody else."""

    words = _("This service has a manager, who invites everybody else.")


class InvitationClosed(StaffRefusal):
    """It was accepted, withdrawn or has expired."""

    words = _("This invitation can no longer be used.")


class ForSomebodyElse(StaffRefusal):
    """The person who is signed in is not the one who was invited."""

    words = _("This invitation is for somebody else.")


class HasAccount(StaffRefusal):
    """There is an account with this address: its owner signs in and accepts."""

    words = _("You have an account already. Sign in to accept.")
