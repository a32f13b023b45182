"""The stable name of a page that was loaded from a file."""

from django.db import models
from wagtail.models import Page

from cms.models.national import NationalText


class StarterKey(models.Model):
    """Under which key a page was loaded, so that loading again finds it.

    A row of its own, not a column of the page: copies must not inherit it. `text` is
    the version of the national text of which the page was made; `written` has, by the
    id of every version it ever had, a fingerprint of each field that was written;
    `as_made` says that the page still has those words. The date stands under the page
    and is loaded with it.
    """

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="starter"
    )
    key = models.SlugField(max_length=80)
    place = models.PositiveSmallIntegerField(null=True)
    text = models.ForeignKey(
        NationalText, null=True, on_delete=models.PROTECT, related_name="pages"
    )
    written = models.JSONField(default=dict)
    as_made = models.BooleanField(default=False)
    law_checked_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.key
