"""Page types, a setting and a row with a person in it: each belongs to one site."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import register_setting
from wagtail.fields import StreamField
from wagtail.models import Site

from acme_fostering.blocks import TipBlock
from cms.language import long_date
from cms.models import (
    ArticleIndexPage,
    OfferableArticlePage,
    PluginPage,
    Readers,
    SiteOwned,
    SiteSettings,
)
from cms.privacy import EncryptedModel, EncryptedTextField
from cms.visibility import visible_pages
from forms.casework.models import Case
from forms.journeys.pages import ChildrensPage, JourneyPage

PARENTS = ["authorities.HomePage", "standard_pages.StandardPage"]


class FosteringFactsPage(PluginPage):
    """What a service pays and offers its foster carers."""

    template = "fostering/facts.html"
    parent_page_types = PARENTS

    allowance = models.TextField(_("what carers are paid"), blank=True)

    content_panels = [*PluginPage.content_panels, FieldPanel("allowance")]

    class Meta:
        verbose_name = _("fostering facts page")


class FosteringPage(JourneyPage):
    """Start fostering: the page under which the steps of the journey stand."""

    journey_path = "acme_fostering.journey.JOURNEY"
    door_for = Readers.CARERS
    parent_page_types = PARENTS

    class Meta:
        verbose_name = _("form to start fostering")

    def confirmation(self, receipt: Any) -> dict[str, Any]:
        """By when we get in touch, said again where somebody has just sent."""
        case = Case.objects.get(kind="fostering", reference=receipt.reference)
        day = long_date(case.answer_by, get_language())
        words = gettext("We will be in touch by %(date)s.") % {"date": day}
        return {"mailed_to": case.email, "next_steps": [words]}


class FosteringChildrenPage(ChildrensPage):
    """A door for the children of carers, whose screens can be heard."""

    journey_path = "acme_fostering.children.CHILDREN"
    parent_page_types = PARENTS

    class Meta:
        verbose_name = _("form for the children of carers")


class FosteringStoriesPage(ArticleIndexPage):
    """The stories of a service's carers, newest first."""

    template = "fostering/stories.html"
    parent_page_types = PARENTS

    class Meta:
        verbose_name = _("index of fostering stories")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        context = super().get_context(request, *args, **kwargs)
        site = Site.find_for_request(request)
        visible = visible_pages(site, self.locale.language_code).child_of(self)
        stories = FosteringStory.objects.filter(pk__in=visible.values("pk"))
        return {**context, "stories": stories.order_by("-date", "-pk")}


class FosteringStory(OfferableArticlePage):
    """What a carer tells about fostering, for the hub too if its editors like."""

    template = "fostering/story.html"
    parent_page_types = [*PARENTS, "fostering.FosteringStoriesPage"]

    text = models.TextField(_("story"), blank=True)
    tips = StreamField([("tip", TipBlock())], blank=True, verbose_name=_("tips"))

    content_panels = [
        *OfferableArticlePage.content_panels,
        FieldPanel("text"),
        FieldPanel("tips"),
    ]

    class Meta:
        verbose_name = _("fostering story")
        verbose_name_plural = _("fostering stories")


@register_setting(icon="group")
class FosteringSettings(SiteSettings):
    """Whether the service takes enquiries now."""

    takes_enquiries = models.BooleanField(_("takes enquiries"), default=True)

    class Meta:
        verbose_name = _("fostering enquiries")


class Enquiry(SiteOwned, EncryptedModel):
    """Someone asks about becoming a foster carer."""

    name = EncryptedTextField(_("name"))
    email = EncryptedTextField(_("e-mail address"))
    language = models.CharField(_("language"), max_length=4, default="both")
    received = models.DateTimeField(_("received"), auto_now_add=True)

    class Meta:
        verbose_name = _("fostering enquiry")
        verbose_name_plural = _("fostering enquiries")
        ordering = ["-received"]

    def __str__(self) -> str:
        # Titles reach logs and browser tabs: a number, never a name.
        return f"F{self.pk}"
