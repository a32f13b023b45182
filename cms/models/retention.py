"""How many records were deleted because their time was over: figures outlive them."""

from django.db import models

from cms.models.base import SiteOwned
from cms.roles import KEEPING_ROLES


class Purge(SiteOwned):
    """So many records of one rule, on one day. Written by cms.retention; names nobody.

    `rule` is the rule's name, such as “referrals.filed”.
    """

    staff_roles = KEEPING_ROLES

    rule = models.CharField(max_length=100)
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-day", "rule"]
        constraints = [
            models.UniqueConstraint(
                "site", "rule", "day", name="one_count_per_rule_and_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.day}: {self.count}"
