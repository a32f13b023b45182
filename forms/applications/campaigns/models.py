"""A campaign: what staff call it, and the code that its link carries."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.models import SiteOwned

CODE = r"^[a-z0-9-]+$"
CODE_LENGTH = 40  # As a draft and an application keep it.
NOT_PLAIN = _("Use the letters a to z without accents, digits and hyphens")


class Campaign(SiteOwned):
    """One way in which a service looks for volunteers.

    Nothing is kept of whoever follows its link but the code, in what they send.
    """

    title = models.CharField(
        _("name"),
        max_length=120,
        help_text=_("For you and your colleagues, for example “Library, spring”."),
    )
    code = models.SlugField(
        _("code"),
        max_length=CODE_LENGTH,
        help_text=_(
            "Small letters, digits and hyphens. It stands in the link and in the QR"
            " code, so it cannot be changed later."
        ),
    )
    begins = models.DateField(_("first day"), null=True, blank=True)
    ends = models.DateField(_("last day"), null=True, blank=True)
    archived = models.BooleanField(
        _("archived"),
        default=False,
        help_text=_(
            "It is listed last. Its link goes on working, and who came from it is"
            " still counted."
        ),
    )

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ["archived", "title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "code"], name="one_campaign_a_code"
            ),
            models.CheckConstraint(
                condition=Q(begins=None) | Q(ends=None) | Q(ends__gte=F("begins")),
                name="campaign_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """What the database would refuse, said kindly beside its field."""
        problems: dict[str, Any] = {}
        self.code = self.code.lower()
        if self.begins and self.ends and self.ends < self.begins:
            problems["ends"] = _("The last day comes before the first.")
        others = Campaign.objects.filter(site=self.site_id, code=self.code)
        if self.code and not re.match(CODE, self.code):
            problems["code"] = NOT_PLAIN
        elif others.exclude(pk=self.pk).exists():
            problems["code"] = _("You already have a campaign with this code")
        if problems:
            raise ValidationError(problems)
