"""The stable name of a page that was loaded from a file."""

from django.db import models
from wagtail.models import Page


class StarterKey(models.Model):
    """Under which key a page was loaded, so that loading again finds it.

    A row of its own, not a column of the page: copies must not inherit it.
    """

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="starter"
    )
    key = models.SlugField(max_length=80)
    place = models.PositiveSmallIntegerField(null=True)

    def __str__(self) -> str:
        return self.key
