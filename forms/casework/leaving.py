"""The cases of somebody who leaves, or who no longer works the inbox."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import ngettext
from wagtail.models import Site

from cms.roles import CASEWORK_ROLES
from forms.casework.models import Case
from forms.casework.queries import open_ones
from forms.casework.services import assign_case


class CasesInHand:
    """Open cases: a closed one keeps the name of whoever had it."""

    roles = CASEWORK_ROLES

    def in_hand(self, *, site: Site, user: Any) -> str:
        """How many cases are theirs, in words; empty for none."""
        count = self._cases(site, user).count()
        if not count:
            return ""
        return ngettext("%(count)d open case", "%(count)d open cases", count) % {
            "count": count
        }

    def hand_over(self, *, site: Site, user: Any, to: Any | None, by: Any) -> None:
        """Give each to the colleague, or to nobody, as staff would one by one."""
        for case in self._cases(site, user):
            assign_case(case=case, to=to, by=by)

    def _cases(self, site: Site, user: Any) -> QuerySet[Case]:
        return open_ones(Case.objects.filter(site=site, assignee=user))
