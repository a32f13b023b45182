"""Standard pages: the running text of a service, and indexes of such pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from cms.blocks import BodyStreamBlock
from cms.models import PluginPage
from cms.surroundings import around


class StandardPage(PluginPage):
    """A page of running text, with the pages under it listed at its end.

    Under another page it shows the way to that one and to those beside it.
    """

    shows_section = True
    template = "standard_pages/standard_page.html"
    parent_page_types = ["authorities.HomePage", "standard_pages.StandardPage"]

    intro = models.TextField(_("introduction"), max_length=500, blank=True)
    body = StreamField(BodyStreamBlock(), blank=True, verbose_name=_("content"))
    lists_children = models.BooleanField(
        _("list the pages under this one"), default=True
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("body"),
        FieldPanel("lists_children"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
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
        return context
