"""News that the hub writes for services: which it reaches, and the row a list reads."""

from collections.abc import Set as AbstractSet
from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField

from cms.models.articles import ArticlePage
from cms.models.offers import ArticleRow
from cms.roles import HUB_QUEUE_ROLES


class Reach(models.TextChoices):
    """To which services an item of the hub goes: all, a nation's, a region's."""

    ALL = "all", pgettext_lazy("reach", "Every service")
    ENGLAND = "england", pgettext_lazy("reach", "Every service in England")
    WALES = "wales", pgettext_lazy("reach", "Every service in Wales")
    EAST_MIDLANDS = "east_midlands", pgettext_lazy("reach", "East Midlands")
    EAST_OF_ENGLAND = "east_of_england", pgettext_lazy("reach", "East of England")
    LONDON = "london", pgettext_lazy("reach", "London")
    NORTH_EAST = "north_east", pgettext_lazy("reach", "North East of England")
    NORTH_WEST = "north_west", pgettext_lazy("reach", "North West of England")
    SOUTH_EAST = "south_east", pgettext_lazy("reach", "South East of England")
    SOUTH_WEST = "south_west", pgettext_lazy("reach", "South West of England")
    WEST_MIDLANDS = "west_midlands", pgettext_lazy("reach", "West Midlands")
    YORKSHIRE = (
        "yorkshire_and_the_humber",
        pgettext_lazy("reach", "Yorkshire and the Humber"),
    )


class ReachField(models.JSONField):
    """A list of `Reach`, ticked one by one; none: the item stays at the hub."""

    def formfield(self, **kwargs: Any) -> Any:
        return forms.MultipleChoiceField(
            choices=Reach,
            required=False,
            label=self.verbose_name,
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )


class NationalArticlePage(ArticlePage):
    """An article of the hub that may flow down to services' own news.

    Between the two languages of an article the one published last decides where to.
    """

    reach = ReachField(
        _("show it at services too"),
        default=list,
        blank=True,
        help_text=_(
            "It then stands among the national news of these services, if they want"
            " any, and leads here. Tick none to keep it at the hub."
        ),
    )

    content_panels = [*ArticlePage.content_panels, FieldPanel("reach")]
    override_translatable_fields = [
        *ArticlePage.override_translatable_fields,
        SynchronizedField("reach", overridable=False),
    ]

    class Meta:
        abstract = True


class NationalItem(ArticleRow):
    """What services' lists show of such an article. Only cms.offers writes these."""

    staff_roles: ClassVar[AbstractSet[str]] = HUB_QUEUE_ROLES

    # Its `Reach` values with a space around each, so that one is found by itself.
    reach = models.CharField(max_length=250)

    class Meta:
        verbose_name = _("national news item")
        verbose_name_plural = _("national news items")
        constraints = [
            models.UniqueConstraint(
                "translation_key", name="one_national_item_per_article"
            )
        ]
        indexes = [models.Index(fields=["-date"], name="national_by_date")]
