"""A match: a volunteer's case and a request's case, joined for as long as visits go on.

It names nobody: no child, no note, nothing of a visit. Who they are stands in their
cases, sealed.
"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.models import SiteOwned
from cms.roles import CASEWORK_ROLES
from forms.casework.constraints import PointsTogether
from forms.casework.joining import Side
from forms.casework.kinds import machines
from forms.casework.models import Case


class MatchQuerySet(models.QuerySet["Match"]):
    """Ways of finding matches."""

    def going_on(self) -> "MatchQuerySet":
        """Those that have not ended."""
        return self.filter(ended_on=None)

    def of_case(self, case: Case) -> "MatchQuerySet":
        """Those of a case, on either side."""
        return self.filter(Q(volunteer=case) | Q(request=case))


class Match(SiteOwned):
    """Who visits on whose request. Written only by forms.matches.services.

    An appointment ends as the Act has it: Children Act 1989 s23ZB(4) and (7) in
    England, Social Services and Well-being (Wales) Act 2014 s98(4) and (7) in Wales.
    """

    staff_roles: ClassVar[frozenset[str]] = CASEWORK_ROLES

    class Reason(models.TextChoices):
        NOT_LOOKED_AFTER = (
            "not_looked_after",
            _("The child is no longer looked after"),
        )
        VISITOR_RESIGNED = "visitor_resigned", _("The visitor resigned in writing")
        NOTICE_GIVEN = "notice_given", _("The council gave notice in writing")
        CHILD_OBJECTED = "child_objected", _("The child objected to going on")

    volunteer = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    volunteer_kind = models.CharField(max_length=50, editable=False)
    request = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    request_kind = models.CharField(max_length=50, editable=False)
    introduced_on = models.DateField()
    appointed_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=20, choices=Reason, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = MatchQuerySet.as_manager()

    class Meta:
        ordering = ["-introduced_on", "-pk"]
        verbose_name = _("match")
        verbose_name_plural = _("matches")
        constraints = [
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(ended_on=None),
                name="one_match_of_a_request_at_a_time",
            ),
            models.CheckConstraint(
                name="match_joins_different_kinds",
                condition=~Q(volunteer_kind=F("request_kind")),
            ),
            models.CheckConstraint(
                name="match_days_follow_one_another",
                # A day that is not there yet is after every other.
                condition=Q(appointed_on__gte=F("introduced_on"))
                & Q(ended_on__gte=F("appointed_on")),
            ),
            models.CheckConstraint(
                name="match_ends_after_appointment_for_a_reason",
                condition=Q(ended_on=None, reason="")
                | Q(
                    ended_on__isnull=False,
                    appointed_on__isnull=False,
                    reason__in=[
                        "not_looked_after",
                        "visitor_resigned",
                        "notice_given",
                        "child_objected",
                    ],
                ),
            ),
            *(
                PointsTogether(
                    name=f"match_{name}_is_of_its_kind",
                    fields=[name, f"{name}_kind"],
                    to_table="casework_case",
                    to_columns=["id", "kind"],
                )
                for name in ("volunteer", "request")
            ),
            *(
                PointsTogether(
                    name=f"match_{name}_is_of_its_site",
                    fields=[name, "site"],
                    to_table="casework_case",
                    to_columns=["id", "site_id"],
                )
                for name in ("volunteer", "request")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.volunteer.reference} · {self.request.reference}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.site_id = self.volunteer.site_id
        self.volunteer_kind = self.volunteer.kind
        self.request_kind = self.request.kind
        super().save(*args, **kwargs)

    @classmethod
    def sample_values(cls, **_having: Any) -> dict[str, Any]:
        """What it joins, for whoever makes rows without knowing us."""
        sides = {m.joins.side: kind for kind, m in machines().items() if m.joins}
        request = sides.get(Side.CHILD) or _another(sides.get(Side.VISITOR))
        volunteer = sides.get(Side.VISITOR) or _another(request)
        return {"volunteer": {"kind": volunteer}, "request": {"kind": request}}

    @property
    def goes_on(self) -> bool:
        """Whether it has not ended."""
        return self.ended_on is None

    @property
    def is_appointed(self) -> bool:
        """Whether the visitor was appointed in writing."""
        return self.appointed_on is not None


def _another(kind: str | None) -> str:
    return next(other for other in machines() if other != kind)
