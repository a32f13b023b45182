"""What can go wrong with a feed of somebody else's, in words for the hub's editors."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from cms.outside import Failure as Elsewhere


class Failure(TextChoices):
    """Why there was nothing to take in this time: the website's fault or the feed's."""

    NOT_WEB = Elsewhere.NOT_WEB.value, Elsewhere.NOT_WEB.label
    NO_NAME = Elsewhere.NO_NAME.value, Elsewhere.NO_NAME.label
    NO_ANSWER = Elsewhere.NO_ANSWER.value, Elsewhere.NO_ANSWER.label
    UNSAFE = Elsewhere.UNSAFE.value, Elsewhere.UNSAFE.label
    SLOW = Elsewhere.SLOW.value, Elsewhere.SLOW.label
    LARGE = Elsewhere.LARGE.value, Elsewhere.LARGE.label
    ASTRAY = Elsewhere.ASTRAY.value, Elsewhere.ASTRAY.label
    GONE = Elsewhere.GONE.value, Elsewhere.GONE.label
    REFUSED = Elsewhere.REFUSED.value, Elsewhere.REFUSED.label
    TROUBLED = Elsewhere.TROUBLED.value, Elsewhere.TROUBLED.label
    NO_FEED = "no_feed", _("What stands there is neither an RSS nor an Atom feed.")
    OURS = "ours", _("It could not be taken in. This is a fault on our side.")


class FeedFailed(Exception):
    """Nothing was taken in; `failure` says why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.value)
        self.failure = failure
