"""The gates of the plugin contract: page served, plugin URL resolved, page made."""

from collections.abc import Callable
from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.http import Http404, HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page, Site

from cms.activation import is_on
from cms.models import PluginPage
from cms.plugins.registry import plugin_of
from cms.visibility import site_of


class PluginIsOff(Exception):
    """A page of a plugin was about to be made where that plugin is off."""


class PluginUrlGate:
    """Middleware: a plugin's URL is 404 on a site where the plugin is off."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> None:
        match = request.resolver_match
        namespaces = match.namespaces if match else []
        if namespaces[:1] != ["plugins"]:
            return
        label = namespaces[1] if len(namespaces) > 1 else ""
        if not is_on(Site.find_for_request(request), label):
            raise Http404


@hooks.register("before_serve_page")
def refuse_pages_of_plugins_that_are_off(
    page: Page, request: HttpRequest, args: Any, kwargs: Any
) -> None:
    """404 for a page whose plugin is off, or which no plugin owns any more.

    And for one that nobody has published in its own language: half translated, or an
    alias. Links, lists and addresses agree on what is public.
    """
    if not isinstance(page, PluginPage) or page.language_ready_at is None:
        raise Http404
    label = page.plugin_label()
    if label and not is_on(Site.find_for_request(request), label):
        raise Http404


@receiver(pre_save)
def refuse_new_pages_of_plugins_that_are_off(
    sender: Any, instance: Any, raw: bool = False, **kwargs: Any
) -> None:
    """Translate, alias and recursive copy never ask `can_exist_under`: ask here."""
    if raw or not isinstance(instance, PluginPage) or not instance._state.adding:
        return
    label = instance.plugin_label()
    if label and not is_on(site_of(instance), label):
        raise PluginIsOff(plugin_of(label))
