"""What can go wrong with a feed of somebody else's, in words for the hub's editors."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Failure(TextChoices):
    """Why there was nothing to take in this time."""

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
    NO_FEED = "no_feed", _("What stands there is neither an RSS nor an Atom feed.")
    OURS = "ours", _("It could not be taken in. This is a fault on our side.")


class FeedFailed(Exception):
    """Nothing was taken in; `failure` says why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.value)
        self.failure = failure
