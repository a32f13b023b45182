"""The two host pages of every service: its root and its home in each language."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Locale, Page
from wagtail.search import index

from cms.blocks import HomeStreamBlock
from cms.models import PluginPage


class ServiceRoot(Page):
    """Holds the homes of one service. Never served and never translated."""

    is_creatable = False
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["authorities.HomePage"]
    promote_panels: list[Any] = []
    preview_modes: list[Any] = []

    class Meta:
        verbose_name = _("service")

    def copy_for_translation(self, *args: Any, **kwargs: Any) -> "ServiceRoot":
        """One root serves both languages, so it is its own translation."""
        return self

    def get_url_parts(self, request: Any = None) -> None:
        """A service root has no address; its homes do."""
        return

    def can_unpublish(self) -> bool:
        return False


class HomePage(PluginPage):
    """The front page of a service in one language, built of sections."""

    is_creatable = False
    parent_page_types = ["authorities.ServiceRoot"]
    template = "authorities/home_page.html"

    tagline = models.CharField(_("tagline"), max_length=160, blank=True)
    lead = models.TextField(_("lead"), max_length=600, blank=True)
    sections = StreamField(HomeStreamBlock(), blank=True, verbose_name=_("sections"))

    content_panels = [
        *Page.content_panels,
        FieldPanel("tagline"),
        FieldPanel("lead"),
        FieldPanel("sections"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("sections"),
    ]

    class Meta:
        verbose_name = _("home page")

    @classmethod
    def for_site(cls, site: Any, language: str) -> "HomePage":
        """The home of `site` in `language`; HomePage.DoesNotExist where none."""
        return cls.objects.get(
            path__startswith=site.root_page.path[:8],
            locale=Locale.objects.get(language_code=language),
        )
