"""A page type, a setting and a row with a person in it: each belongs to one site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import register_setting

from cms.models import OfferableArticlePage, SiteOwned, SiteSettings
from cms.privacy import EncryptedModel, EncryptedTextField


class FosteringStory(OfferableArticlePage):
    """What a carer tells about fostering, for the hub too if its editors like."""

    template = "fostering/story.html"
    parent_page_types = ["authorities.HomePage", "standard_pages.StandardPage"]

    text = models.TextField(_("story"), blank=True)

    content_panels = [*OfferableArticlePage.content_panels, FieldPanel("text")]

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
    received = models.DateTimeField(_("received"), auto_now_add=True)

    class Meta:
        verbose_name = _("fostering enquiry")
        verbose_name_plural = _("fostering enquiries")
        ordering = ["-received"]

    def __str__(self) -> str:
        # Titles reach logs and browser tabs: a number, never a name.
        return f"F{self.pk}"
