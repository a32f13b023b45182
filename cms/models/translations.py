"""What stands between a page and the same page in the other language."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from wagtail.models import Page

from cms.models.base import SiteOwned
from cms.roles import PAGE_ROLES


class PublishedWords(models.Model):
    """What a page says as published, and where it has fallen behind its pair.

    Kept by cms/language/translations when a page is published or taken down. `words`
    has the page's texts in their order, each with its place; `behind` has what the pair
    was published with differently since this page last followed it, with the words
    before and after. Lists: PostgreSQL does not keep the order of an object.
    """

    page = models.OneToOneField(
        Page,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="published_words",
    )
    words = models.JSONField(default=list)
    behind = models.JSONField(default=list)
    behind_since = models.DateTimeField(null=True)
    # The whole page is the same in both languages, because a person said so.
    same_since = models.DateTimeField(null=True)
    same_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="behind_has_its_time",
                condition=models.Q(behind=[], behind_since__isnull=True)
                | (~models.Q(behind=[]) & models.Q(behind_since__isnull=False)),
            )
        ]

    def __str__(self) -> str:
        return str(self.page_id)


class SameWords(models.Model):
    """A text that is the same in both languages, because a person said so.

    It counts as long as the translation still has the words of the original.
    """

    translated = models.OneToOneField(
        "wagtail_localize.StringTranslation",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="same_words",
    )
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    marked_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.translated_id)


class TranslationTask(SiteOwned):
    """Somebody is asked to translate a page, or to bring its translation up to date.

    `page` is the page that stands, in the other language than `language`. Without an
    assignee it is for whoever translates at the service. Once it is `translated_at`, it
    waits for somebody who publishes.
    """

    staff_roles = PAGE_ROLES

    page = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="translation_tasks"
    )
    language = models.CharField(max_length=2, choices=[("en", "en"), ("cy", "cy")])
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    due_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True)
    translated_at = models.DateTimeField(null=True, editable=False)
    translated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                "page",
                "language",
                condition=models.Q(closed_at__isnull=True),
                name="one_open_task_per_page_and_language",
            )
        ]

    def __str__(self) -> str:
        return f"{self.page_id} {self.language}"

    @property
    def is_overdue(self) -> bool:
        """Whether its day is over, and it is not even translated."""
        if self.translated_at:
            return False
        return self.closed_at is None and self.due_on < timezone.localdate()
