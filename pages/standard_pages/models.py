"""Standard pages: the running text of a service, and indexes of such pages."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.blocks import BodyStreamBlock
from cms.models import PluginPage, Readers
from cms.surroundings import around
from pages.standard_pages.audiences import for_its_readers


class StandardPageForm(PluginPage.base_form_class):  # type: ignore[valid-type]  # a class, to mypy a variable
    """A new page under one for certain readers is for them too, unless changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        above = self.parent_page.specific if self.parent_page else None
        if self.instance.pk is None and isinstance(above, StandardPage):
            self.initial["audience"] = above.audience


class StandardPage(PluginPage):
    """A page of running text, with the pages under it listed at its end.

    Under another page it shows the way to that one and to those beside it. One for an
    audience looks like it, and ends with the form that is open to these readers.
    """

    base_form_class = StandardPageForm
    shows_section = True
    template = "standard_pages/standard_page.html"
    parent_page_types = ["authorities.HomePage", "standard_pages.StandardPage"]

    intro = models.TextField(_("introduction"), max_length=500, blank=True)
    body = StreamField(BodyStreamBlock(), blank=True, verbose_name=_("content"))
    audience = models.CharField(
        _("who it is for"),
        max_length=13,
        choices=Readers,
        blank=True,
        help_text=_(
            "The page says so above its title and gets a look of its own. It ends with"
            " their next step, such as the form that is open to them, and with your"
            " other pages for the same readers. It needs no button for that."
        ),
    )
    lists_children = models.BooleanField(
        _("list the pages under this one"), default=True
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("body"),
        FieldPanel("audience"),
        FieldPanel("lists_children"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
    ]

    override_translatable_fields = [
        SynchronizedField("audience", overridable=False),
    ]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        near = around(request, self)
        context["children"] = near.below if self.lists_children else []
        if len(near.beside) > 1 and near.above:
            context["section"] = {"head": near.above[-1], "pages": near.beside}
        if self.audience:
            context["readers"] = for_its_readers(request, self, near)
            context["leave_url"] = context["readers"].get("leave_url", "")
        return context
