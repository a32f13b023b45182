"""One plugin switched at many sites: what was chosen, and what came of each site."""

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy
from wagtail.models import Site

from cms.switching import names_of, refusal_words


class Rollout(models.Model):
    """Which plugin is switched which way, who said so. Written only by cms.rollouts.

    Until it is started nothing happens: it is the dry run that people look at.
    """

    plugin = models.CharField(max_length=50)
    turn_on = models.BooleanField()
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    started_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.plugin} {'+' if self.turn_on else '-'}"


class RolloutSite(models.Model):
    """One site of a roll-out and what came of it; it leaves `waiting` once only."""

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("roll-out", "Still to do")
        SWITCHED = "switched", pgettext_lazy("roll-out", "Switched")
        UNCHANGED = "unchanged", pgettext_lazy("roll-out", "Already so")
        REFUSED = "refused", pgettext_lazy("roll-out", "Refused")
        FAILED = "failed", pgettext_lazy("roll-out", "Did not work")
        STOPPED = "stopped", pgettext_lazy("roll-out", "Left out: stopped before")

    rollout = models.ForeignKey(Rollout, on_delete=models.CASCADE, related_name="rows")
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True, blank=True)
    # Labels switched with it, in the order in which they were; codes, never sentences:
    # whoever reads it later reads it in their own language.
    also_on = models.JSONField(default=list, blank=True)
    refusal = models.CharField(max_length=10, blank=True)  # cms.switching.Refusal
    others = models.JSONField(default=list, blank=True)
    error = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index("rollout", "state", name="sites_left_of_a_rollout")]
        constraints = [
            models.UniqueConstraint(
                "rollout", "site", name="one_row_per_rollout_and_site"
            ),
            models.CheckConstraint(
                name="rollout_state_is_declared",
                condition=models.Q(
                    state__in=[
                        "waiting",
                        "switched",
                        "unchanged",
                        "refused",
                        "failed",
                        "stopped",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="rollout_refused_has_its_reason",
                condition=models.Q(state="refused", refusal__gt="")
                | (~models.Q(state="refused") & models.Q(refusal="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.site_id}: {self.state}"

    @property
    def why(self) -> str:
        """Why it was refused, in the reader's words; empty where it was not."""
        return refusal_words(self.refusal, self.rollout.plugin, self.others)

    @property
    def also(self) -> str:
        """Names of what was switched on with it."""
        return names_of(self.also_on)
