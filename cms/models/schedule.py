"""When each declared job last ran and when it is due again."""

from django.db import models


class JobRun(models.Model):
    """One declared job, or one plugin's job for one site. Names nobody."""

    name = models.CharField(max_length=200, unique=True)
    due_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True, blank=True)
    last_started = models.DateTimeField(null=True, blank=True)
    last_finished = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=100, blank=True)

    def __str__(self) -> str:
        return self.name
