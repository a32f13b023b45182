"""The interviews of somebody who leaves, or who no longer works the inbox."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.models import Site

from cms.roles import CASEWORK_ROLES
from forms.applications.interviews.booking import give_to
from forms.applications.interviews.models import Interview


class InterviewsInHand:
    """Interviews to come: what is over is nobody's any more."""

    roles = CASEWORK_ROLES

    def in_hand(self, *, site: Site, user: Any) -> str:
        """How many interviews they have, in words; empty for none."""
        count = self._coming(site, user).count()
        if not count:
            return ""
        words = ngettext(
            "%(count)d interview to come", "%(count)d interviews to come", count
        )
        return words % {"count": count}

    def hand_over(self, *, site: Site, user: Any, to: Any | None, by: Any) -> None:
        """Give each to the colleague; where nobody takes it, it has nobody yet."""
        for interview in self._coming(site, user):
            give_to(interview=interview, to=to, by=by)

    def _coming(self, site: Site, user: Any) -> QuerySet[Interview]:
        return Interview.objects.filter(
            site=site,
            host=user,
            status=Interview.Status.BOOKED,
            begins_at__gt=timezone.now(),
        ).select_related("case", "host", "site")
