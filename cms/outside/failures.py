"""What can go wrong when another website is asked, in words for editors."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Failure(TextChoices):
    """Why there was no answer that can be used."""

    NOT_WEB = (
        "not_web",
        _("The address, or one to which it leads, is no public address of the web."),
    )
    NO_NAME = "no_name", _("There is no website of that name.")
    NO_ANSWER = "no_answer", _("The website does not answer.")
    UNSAFE = "unsafe", _("The website cannot prove that it is who it says it is.")
    SLOW = "slow", _("The website took too long to answer.")
    LARGE = "large", _("It is too large to be read.")
    ASTRAY = "astray", _("The address leads on from one address to another, on and on.")
    GONE = "gone", _("There is nothing at this address any more.")
    REFUSED = "refused", _("The website does not let us read it.")
    TROUBLED = "troubled", _("The website has a fault of its own.")


class AskFailed(Exception):
    """There is nothing to be used; `failure` says why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.value)
        self.failure = failure
