"""The proof that a service was removed."""

from django.db import models

from sites.models.authority import Authority


class RemovalCertificate(models.Model):
    """What was removed, when, by whom, on whose word. Changed only to finish it.

    It names the service, which is public, and no person but the one who removed it.
    """

    authority = models.ForeignKey(
        Authority, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    name_en = models.CharField(max_length=120)
    name_cy = models.CharField(max_length=120)
    hostnames = models.JSONField(default=list)
    by = models.CharField(max_length=254)
    why = models.TextField(blank=True)
    archive_made_at = models.DateTimeField()
    archive_digest = models.CharField(max_length=64)
    counts = models.JSONField(default=dict)
    files_left = models.JSONField(default=list)
    mentions = models.JSONField(default=dict)
    removed_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-removed_at", "-pk"]

    def __str__(self) -> str:
        return self.name_en
