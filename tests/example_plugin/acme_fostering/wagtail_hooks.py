"""Wagtail's own hooks: `site_hook` keeps them to the sites where the plugin is on."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from acme_fostering.models import FosteringStory
from cms.admin import site_hook


@site_hook("after_create_page")
def remind_to_ask(request: HttpRequest, page: Page) -> None:
    """A carer's story is theirs: whoever writes it down is told to ask."""
    if isinstance(page, FosteringStory):
        words = _("Ask the carer to read the story before you publish it.")
        messages.info(request, words)
