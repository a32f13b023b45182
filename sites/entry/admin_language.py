"""Turn the admin to the other language, from any of its screens, for oneself alone.

It changes what the account page changes; mails follow it (sites/preferences.py).
"""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.http import require_POST
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import ActionMenuItem
from wagtail.users.models import UserProfile

from cms.language.choice import LANGUAGES, NAMES
from sites.entry.language import CHOSEN


class LanguageMenuItem(MenuItem):
    """The name of the other language, in that language: a button, for it changes."""

    def render_component(self, request: HttpRequest) -> ActionMenuItem:
        """For the language of this request."""
        other = "en" if get_language() == "cy" else "cy"
        return ActionMenuItem(
            self.name,
            NAMES[other],
            reverse("entry_admin_language", args=[other]),
            icon_name=self.icon_name,
        )


@require_POST
def turn(request: HttpRequest, language: str) -> HttpResponse:
    """Keep the choice, and come back to the same screen."""
    if language not in LANGUAGES:
        raise Http404
    profile = UserProfile.get_for_user(request.user)
    profile.preferred_language = language
    profile.save(update_fields=["preferred_language"])
    request.session.pop(CHOSEN, None)  # The account's own pages follow too.
    came_from = request.headers.get("referer", "")
    here = {request.get_host()}
    if not url_has_allowed_host_and_scheme(came_from, allowed_hosts=here):
        came_from = reverse("wagtailadmin_home")
    return HttpResponseRedirect(came_from)
