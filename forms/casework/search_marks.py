"""The rows by which a case is found while its name and address stay sealed.

What they give away is written down in docs/decisions (015-search-in-casework.md).
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.models import SiteOwned


class SearchMark(SiteOwned):
    """One drawer in which a case lies. Written by forms.casework.searching alone."""

    staff_roles: ClassVar[frozenset[str]] = frozenset()

    case = models.ForeignKey(
        "casework.Case", on_delete=models.CASCADE, related_name="search_marks"
    )
    drawer = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("search mark")
        verbose_name_plural = _("search marks")
        indexes = [models.Index(fields=["site", "drawer"], name="cases_in_a_drawer")]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "drawer"], name="one_mark_per_case_and_drawer"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.drawer}"
