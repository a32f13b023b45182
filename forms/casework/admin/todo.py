"""What of an inbox is to be done this week."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.models import Site

from cms.admin import Todo
from cms.roles import CASEWORK_ROLES
from forms.casework.kinds import inbox_of
from forms.casework.models import Case
from forms.casework.queries import overdue, to_be_seen_to


def overdue_answers(site: Site, kind: str) -> Iterator[Todo]:
    """How many people of one inbox should have heard from us already; one query."""
    today = timezone.localdate()
    cases = to_be_seen_to(Case.objects.filter(site=site, kind=kind), today)
    count = overdue(cases, today).count()
    if count:
        words = ngettext(
            "%(inbox)s: %(count)d person should have heard from us already.",
            "%(inbox)s: %(count)d people should have heard from us already.",
            count,
        )
        yield Todo(
            words % {"inbox": inbox_of(kind).title, "count": count},
            f"{reverse(f'{kind}:index')}?needs=overdue",
            CASEWORK_ROLES,
            is_late=True,
        )
