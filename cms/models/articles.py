"""Abstract bases of dated articles and their index: news of a service, of the hub."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.fields import StreamField
from wagtail.images.models import Filter
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.blocks import BodyStreamBlock
from cms.models.offers import Offer
from cms.models.pages import PluginPage
from cms.models.sites import SiteProfile

HERO = "fill-960x540"
"""The rendition of an article's picture, made when the article is published."""

SMALLER = {
    f"image/{kind}": {
        width: f"fill-{width}x{height}|format-{kind}"
        for width, height in ((480, 270), (960, 540))
    }
    for kind in ("avif", "webp")
}
"""The same in less: by type and width in pixels, for browsers that take them."""


def article_specs() -> list[str]:
    """Every rendition that is made of an article's picture."""
    return [HERO, *(spec for sizes in SMALLER.values() for spec in sizes.values())]


def today() -> Any:
    """The date where the services are, not where the server is."""
    return timezone.localdate()


class Topic(models.TextChoices):
    """What an article is about."""

    EVENTS = "events", pgettext_lazy("topic", "Events")
    VOLUNTEERING = "volunteering", pgettext_lazy("topic", "Volunteering")
    TRAINING = "training", pgettext_lazy("topic", "Training")
    YOUNG_PEOPLE = "young_people", pgettext_lazy("topic", "Young people")
    LAW = "law", pgettext_lazy("topic", "Law and policy")
    SERVICE = "service", pgettext_lazy("topic", "Our service")


class ArticleIndexPage(PluginPage):
    """Lists articles, newest first."""

    intro = models.TextField(_("introduction"), max_length=500, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    search_fields = [*Page.search_fields, index.SearchField("intro")]

    class Meta:
        abstract = True


class ArticlePage(PluginPage):
    """A dated article with a summary, which lists and feeds show."""

    subpage_types: list[str] = []

    date = models.DateField(_("date"), default=today)
    summary = models.TextField(
        _("summary"),
        max_length=300,
        help_text=_("One or two sentences, shown in lists and feeds."),
    )
    topic = models.CharField(_("topic"), max_length=20, choices=Topic, blank=True)
    image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(
        _("what the picture shows"),
        max_length=200,
        blank=True,
        help_text=_("For people who do not see the picture, in this page's language."),
    )
    body = StreamField(BodyStreamBlock(), blank=True, verbose_name=_("content"))

    content_panels = [
        *Page.content_panels,
        FieldPanel("date"),
        FieldPanel("summary"),
        FieldPanel("topic"),
        MultiFieldPanel(
            [FieldPanel("image"), FieldPanel("image_alt")], heading=_("Picture")
        ),
        FieldPanel("body"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
    ]
    override_translatable_fields = [
        SynchronizedField("date", overridable=False),
        SynchronizedField("topic", overridable=False),
    ]

    class Meta:
        abstract = True

    @property
    def picture(self) -> Any:
        """The rendition made on publishing; None where there is none."""
        return self._made.get(HERO)

    @property
    def smaller_pictures(self) -> list[dict[str, str]]:
        """Type and `srcset` of those made beside it, the one that costs least first."""
        made = self._made
        return [
            {
                "type": kind,
                "srcset": ", ".join(f"{made[s].url} {w}w" for w, s in sizes.items()),
            }
            for kind, sizes in SMALLER.items()
            if made.keys() >= set(sizes.values())
        ]

    @cached_property
    def _made(self) -> dict[str, Any]:
        if self.image is None:
            return {}
        wanted = [Filter(spec=spec) for spec in article_specs()]
        found = self.image.find_existing_renditions(*wanted)
        return {made.spec: rendition for made, rendition in found.items()}

    @property
    def updated_on(self) -> Any:
        """The day on which its published text last changed; None before it ever did."""
        first, last = self.first_published_at, self.last_published_at
        if not (first and last):
            return None
        day = timezone.localdate(last)
        return day if day > max(timezone.localdate(first), self.date) else None

    def clean(self) -> None:
        super().clean()
        if self.image_id and not self.image_alt:
            raise ValidationError(
                {"image_alt": _("Say in words what the picture shows.")}
            )


class HubExistsPanel(FieldPanel):
    """A field that only makes sense where there is a national hub to offer to."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            hub = SiteProfile.Kind.HUB
            return bool(
                super().is_shown() and SiteProfile.objects.filter(kind=hub).exists()
            )


class OfferStatePanel(Panel):
    """What the hub made of this page, shown to its editors; never filled in here."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/admin/offer_state.html"

        def is_shown(self) -> bool:
            return bool(super().is_shown() and self.offer)

        @cached_property
        def offer(self) -> Any:
            key = self.instance.translation_key
            offers = Offer.objects.filter(translation_key=key)
            return offers.filter(
                Q(page_en=self.instance.pk) | Q(page_cy=self.instance.pk)
            ).first()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "offer": self.offer}


class OfferableArticlePage(ArticlePage):
    """An article that its editors may offer to the hub; its plugin declares `offers`.

    The tick counts once it is published. Between the two languages of an article the
    one published last decides.
    """

    offer_to_hub = models.BooleanField(
        _("offer to the national hub"),
        default=False,
        help_text=_(
            "The hub's editors decide whether to show it. It links to your own page,"
            " and disappears there as soon as you unpublish it here."
        ),
    )

    content_panels = [
        *ArticlePage.content_panels,
        HubExistsPanel("offer_to_hub"),
        OfferStatePanel(),
    ]
    override_translatable_fields = [
        *ArticlePage.override_translatable_fields,
        SynchronizedField("offer_to_hub", overridable=False),
    ]

    class Meta:
        abstract = True
