"""What of this inbox is to be done this week."""

from collections.abc import Iterator

from wagtail.models import Site

from cms.admin import Todo
from forms.casework.admin import overdue_answers


def overdue(site: Site) -> Iterator[Todo]:
    """Who should have heard from us already."""
    return overdue_answers(site, "referrals")
