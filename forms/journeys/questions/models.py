"""A form's versions, never changed once published, and what is in work."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import SiteOwned
from cms.roles import FORM_ROLES
from forms.journeys.questions.content import Content


class FormContent(SiteOwned):
    """Own questions and words of the form `kind`; strictly read before it is kept."""

    staff_roles: ClassVar[frozenset[str]] = FORM_ROLES

    kind = models.CharField(max_length=50)
    content = models.JSONField()

    class Meta:
        abstract = True

    def read(self) -> Content:
        """The questions and words."""
        return Content.read(self.content)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.content = Content.read(self.content).written()
        super().save(*args, **kwargs)


class VersionIsFixed(Exception):
    """Somebody may be answering it, or has: a published version is never changed."""


class FormVersion(FormContent):
    """What new applicants are asked from then on; drafts begun before keep theirs."""

    number = models.PositiveIntegerField()
    published_at = models.DateTimeField(default=timezone.now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("version of a form")
        verbose_name_plural = _("versions of forms")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "kind", "number"], name="one_form_version_a_number"
            ),
            models.CheckConstraint(
                name="form_versions_are_counted_from_one",
                condition=models.Q(number__gte=1),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise VersionIsFixed
        super().save(*args, **kwargs)


class FormInWork(FormContent):
    """What staff are changing and nobody sees yet; gone once it is published."""

    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("form in work")
        verbose_name_plural = _("forms in work")
        constraints = [
            models.UniqueConstraint(
                fields=["site", "kind"], name="one_form_in_work_a_kind"
            )
        ]

    def __str__(self) -> str:
        return self.kind
