"""The page that a screen of the admin is about, checked before anything is shown."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.models import Page, Site

from cms.models import PluginPage
from cms.visibility import site_of


def own_page(request: HttpRequest, pk: int) -> Page:
    """A page of the host's site that the person may edit; Http404 for any other."""
    page: Page = get_object_or_404(Page, pk=pk)
    if site_of(page) != Site.find_for_request(request):
        raise Http404
    model = page.cached_content_type.model_class() or Page
    can_edit = page.permissions_for_user(request.user).can_edit()
    if not (issubclass(model, PluginPage) and can_edit):
        raise Http404
    return page
