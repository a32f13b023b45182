"""Many services made at once: which were asked for, and what became of each."""

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy

from sites.models.authority import Authority


class ServiceBatch(models.Model):
    """Services asked for together. Written only by sites.provisioning.batches.

    Until it is started nothing is made: it is the plan that people look at.
    """

    host = models.CharField(max_length=255)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    started_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.host


class ServiceBatchRow(models.Model):
    """One service of a batch; it leaves `waiting` once only."""

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("new services", "Still to do")
        MADE = "made", pgettext_lazy("new services", "Made")
        UNCHANGED = "unchanged", pgettext_lazy("new services", "Stood already")
        FAILED = "failed", pgettext_lazy("new services", "Could not be made")

    batch = models.ForeignKey(
        ServiceBatch, on_delete=models.CASCADE, related_name="rows"
    )
    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True, blank=True)
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "batch", "authority", name="one_row_per_batch_and_authority"
            ),
            models.CheckConstraint(
                name="batch_state_is_declared",
                condition=models.Q(
                    state__in=["waiting", "made", "unchanged", "failed"]
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.authority_id}: {self.state}"
