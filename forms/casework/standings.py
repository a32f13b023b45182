"""What the machines declare, as rows to which cases and their moves point."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Standing(models.Model):
    """Where the cases of a kind may stand: a declared stage, with one of its reasons.

    Filled from the machines after every migrate (forms.casework.declared), so that the
    database refuses what no machine declares, of third parties' plugins too.
    """

    kind = models.CharField(max_length=50)
    stage = models.CharField(max_length=30)
    reason = models.CharField(max_length=30, blank=True)
    dated = models.BooleanField(default=False)
    step = models.CharField(max_length=30)
    closed = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("declared stage")
        verbose_name_plural = _("declared stages")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "stage", "reason", "dated"], name="one_standing_each"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.stage} {self.reason}".strip()


class Passage(models.Model):
    """A declared move of the cases of a kind, with one of its reasons."""

    kind = models.CharField(max_length=50)
    from_stage = models.CharField(max_length=30)
    to_stage = models.CharField(max_length=30)
    reason = models.CharField(max_length=30, blank=True)

    class Meta:
        verbose_name = _("declared move")
        verbose_name_plural = _("declared moves")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "from_stage", "to_stage", "reason"],
                name="one_passage_each",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.from_stage} → {self.to_stage} {self.reason}".strip()
