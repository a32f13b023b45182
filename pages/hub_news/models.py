"""News at the hub: the index of everything, its own items, and feeds it follows."""

from collections.abc import Set as AbstractSet
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.models import ArticleIndexPage, NationalArticlePage, SiteOwned
from cms.roles import HUB_QUEUE_ROLES
from pages.hub_news.outside.failures import Failure
from sites.models import Authority, Service


class HubNewsIndexPage(ArticleIndexPage):
    """What services offered and the hub accepted, and the hub's own news."""

    starter_key = "news"
    lists_offers = True
    query_parameters = frozenset({"page", "topic"})
    template = "hub_news/hub_news_index_page.html"
    parent_page_types = ["authorities.HomePage"]
    subpage_types = ["hub_news.HubNewsPage"]

    class Meta:
        verbose_name = _("news index of the hub")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        from pages.hub_news.listing import news_for

        context = super().get_context(request, *args, **kwargs)
        return {**context, **news_for(self, request)}


class HubNewsPage(NationalArticlePage):
    """A news item that the hub itself writes; it may flow down to services."""

    template = "hub_news/hub_news_page.html"
    parent_page_types = ["hub_news.HubNewsIndexPage"]

    class Meta:
        verbose_name = _("news item of the hub")
        verbose_name_plural = _("news items of the hub")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        from pages.hub_news.related import more_like

        context = super().get_context(request, *args, **kwargs)
        return {**context, "more": more_like(self, Site.find_for_request(request))}


class OutsideFeed(SiteOwned):
    """A feed of an authority that is not on the platform, and how the last visit went.

    Its items arrive as offers; nothing of it is shown before somebody accepts it.
    """

    staff_roles: ClassVar[AbstractSet[str]] = HUB_QUEUE_ROLES

    class Language(models.TextChoices):
        ENGLISH = "en", _("English")
        WELSH = "cy", _("Welsh")

    authority = models.ForeignKey(
        Authority,
        verbose_name=_("local authority"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Whose news it is. Its name stands beside each item."),
    )
    url = models.CharField(
        _("address of the feed"),
        max_length=500,
        validators=[URLValidator(schemes=["http", "https"])],
        help_text=_("Of its RSS or Atom feed, beginning with https://."),
    )
    language = models.CharField(
        _("language of the feed"), max_length=2, choices=Language
    )
    is_active = models.BooleanField(
        _("follow it"),
        default=True,
        help_text=_("Without the tick it is left alone; what came of it stays."),
    )

    # Of the last visits. Written in bulk: see pages.hub_news.outside.visiting.
    due_at = models.DateTimeField(default=timezone.now, editable=False)
    asked_at = models.DateTimeField(null=True, editable=False)
    came_at = models.DateTimeField(null=True, editable=False)
    failure = models.CharField(
        max_length=10, choices=Failure, blank=True, editable=False
    )
    failures = models.PositiveIntegerField(default=0, editable=False)
    etag = models.CharField(max_length=200, blank=True, editable=False)
    last_modified = models.CharField(max_length=60, blank=True, editable=False)
    left_out = models.PositiveIntegerField(default=0, editable=False)
    # By the key of each of the newest entries: the digest of all of it, and its date.
    seen = models.JSONField(default=dict, editable=False)

    class Meta:
        verbose_name = _("feed from outside")
        verbose_name_plural = _("feeds from outside")
        ordering = ["authority__sort_key_en", "pk"]
        constraints = [
            models.UniqueConstraint(
                "site",
                "url",
                name="one_feed_per_address",
                violation_error_message=_("This address is followed already."),
            ),
            models.CheckConstraint(
                condition=Q(language__in=["en", "cy"]), name="feed_has_a_language"
            ),
        ]
        indexes = [models.Index(fields=["site", "due_at"], name="feeds_that_are_due")]

    def __str__(self) -> str:
        return f"{self.authority} ({self.get_language_display()})"

    def clean(self) -> None:
        """An authority with a service here offers its news itself."""
        super().clean()
        if not self.authority_id:
            return
        if Service.objects.filter(authority=self.authority_id).exists():
            words = _("Its service is on the platform: it offers its news itself.")
            raise ValidationError({"authority": words})

    def begin_anew(self) -> None:
        """Forget the last visits: its editor has changed something."""
        self.due_at = timezone.now()
        self.failure, self.failures = "", 0
        self.etag = self.last_modified = ""
