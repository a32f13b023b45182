"""What a service says in a mail in the place of the words that came with it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models.base import SiteOwned
from cms.roles import MAIL_WORDS_ROLES


class MailWords(SiteOwned):
    """One saved version of a mail's words, in one language, places unfilled.

    No version is changed or deleted: a newer one takes its place. One without words
    says that the mail speaks as supplied again. Both languages saved together have the
    same time. Written only by sites.mail_words.saving.
    """

    staff_roles = MAIL_WORDS_ROLES

    mail = models.CharField(max_length=120)
    language = models.CharField(max_length=2, choices=[("en", "en"), ("cy", "cy")])
    subject = models.CharField(max_length=150, blank=True)
    text = models.TextField(blank=True)
    is_current = models.BooleanField(default=True)
    saved_at = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-saved_at", "-pk"]
        verbose_name = _("words of a mail")
        verbose_name_plural = _("words of mails")
        constraints = [
            models.UniqueConstraint(
                "site",
                "mail",
                "language",
                condition=Q(is_current=True),
                name="one_current_wording_per_mail",
            ),
            models.CheckConstraint(
                condition=Q(subject="", text="") | (~Q(subject="") & ~Q(text="")),
                name="mail_words_whole_or_none",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mail} ({self.language})"

    @property
    def is_supplied(self) -> bool:
        """Whether it says that the mail speaks as supplied again."""
        return not self.text
