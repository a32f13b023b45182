"""The gates of the plugin contract: address resolved, page served, made or moved.

What is there may be edited and published while its plugin is off: that hides it from
the public, and it comes back as it was left. Nothing new is made of it.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page, Site
from wagtail.signals import pre_page_move

from cms.activation import SERVICE_ROOT_PATH, is_on, is_on_where, remembered
from cms.admin.place import role_pairs
from cms.models import PluginPage
from cms.plugins.owners import owner_of, type_owner
from cms.plugins.registry import plugin_of
from cms.roles import NETWORK_ROLES

PASSWORD_FORM = "wagtailcore_authenticate_with_password"  # noqa: S105  (a view)


class PluginIsOff(ValidationError):
    """A page of a plugin was about to stand where that plugin is off.

    A ValidationError, so that whatever made it (a screen, an API, a script) tells the
    person who tried instead of breaking down.
    """

    def __init__(self, label: str) -> None:
        plugin = plugin_of(label)
        super().__init__(
            _(
                "“%(plugin)s” is off at that service. Switch it on before you add or"
                " move its pages there."
            ),
            code="plugin_is_off",
            params={"plugin": plugin.verbose_name if plugin else label},
        )


class PluginUrlGate:
    """Middleware: what belongs to a plugin is 404 on a site where the plugin is off."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with remembered(**_asked_about(request)):
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> None:
        match = request.resolver_match
        label = owner_of(match) if match else None
        if label is not None and not is_on(_site_named(request, match), label):
            raise Http404
        if match and match.view_name == PASSWORD_FORM:
            _check_password_form(request, kwargs["page_id"])

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Tell an editor in words what was refused, and lead back to the pages."""
        if not isinstance(exception, PluginIsOff) or not _is_admin(request):
            return None
        return refusal(request, exception)


def _asked_about(request: HttpRequest) -> dict[str, Any]:
    """The sites that one answer may ask about: in the admin, those of the person.

    Whoever looks after the network asks about all of them.
    """
    if not _is_admin(request):
        return {}
    roles = role_pairs(request.user)
    if request.user.is_superuser or any(r in NETWORK_ROLES for _pk, r in roles):
        return {"everywhere": True}
    return {"among": {site_id for site_id, _role in roles}}


def refusal(request: HttpRequest, exception: ValidationError) -> HttpResponse:
    """Say it on the next screen: the pages, from which things are made and moved."""
    messages.error(request, exception.messages[0])
    return redirect("wagtailadmin_explore_root")


def refuse_translation(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Before anything is translated: wagtail-localize passes over what is refused."""
    kinds = _kinds(page, below="include_subtree" in request.POST)
    off = _off_at(page, kinds)
    return refusal(request, PluginIsOff(off[0])) if off else None


def _is_admin(request: HttpRequest) -> bool:
    return request.path.startswith("/admin/")


def _site_named(request: HttpRequest, match: Any) -> Site | None:
    """The site whose settings the address names, else the one of the host."""
    if match.namespaces[0] == "wagtailsettings" and "pk" in match.kwargs:
        pk = match.kwargs["pk"]
        return Site.objects.filter(pk=pk).first() if str(pk).isdecimal() else None
    return Site.find_for_request(request)


def _check_password_form(request: HttpRequest, page_id: int) -> None:
    """The form that opens a private page: only for a page that is served here."""
    page = Page.objects.filter(pk=page_id, live=True).first()
    site = Site.find_for_request(request)
    if page is None or site is None or not _stands_in(page, site):
        raise Http404
    refuse_pages_of_plugins_that_are_off(page.specific, request, (), {})


def _stands_in(page: Page, site: Site) -> bool:
    root: str = site.root_page.path[:SERVICE_ROOT_PATH]
    return bool(page.path.startswith(root))


@hooks.register("before_serve_page", order=-100)
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
    if label and not is_on_where(instance, label):
        raise PluginIsOff(label)


@receiver(pre_page_move)
def refuse_moves_to_where_plugins_are_off(
    sender: Any,
    instance: Page,
    parent_page_before: Page,
    parent_page_after: Page,
    **kwargs: Any,
) -> None:
    """Wagtail asks only people, and only about the page at the top."""
    if parent_page_before.pk == parent_page_after.pk:
        return  # Only the order changes.
    if off := off_after_move(instance, parent_page_after):
        raise PluginIsOff(off[0])


@hooks.register("before_copy_page")
def refuse_copies_to_where_plugins_are_off(request: HttpRequest, page: Page) -> None:
    """Before the first page is copied: Wagtail keeps those it has made by then."""
    parent = request.POST.get("new_parent_page", "")
    if request.method != "POST" or not parent.isdecimal():
        return
    above = Page.objects.filter(pk=parent).first()
    kinds = _kinds(page, below="copy_subpages" in request.POST)
    if above and (off := _off_at(above, kinds)):
        raise PluginIsOff(off[0])


def off_after_move(page: Page, parent: Page) -> list[str]:
    """Labels of the plugins of `page`, and of the pages below it, off at `parent`.

    Within its own service what is below a page stays below it, on or off.
    """
    leaves = not parent.path.startswith(page.path[:SERVICE_ROOT_PATH])
    return _off_at(parent, _kinds(page, below=leaves))


def _kinds(page: Page, *, below: bool) -> list[ContentType]:
    """The types of `page` and, if asked, of the pages below it."""
    if not below:
        return [page.cached_content_type]
    tree = Page.objects.filter(path__startswith=page.path).order_by()
    found = tree.values_list("content_type", flat=True).distinct()
    return [ContentType.objects.get_for_id(pk) for pk in found]


def _off_at(parent: Page, kinds: list[ContentType]) -> list[str]:
    labels = {label for kind in kinds if (label := type_owner(kind))}
    return sorted(label for label in labels if not is_on_where(parent, label))


@hooks.register("construct_main_menu", order=1000)
@hooks.register("construct_settings_menu", order=1000)
def leave_out_of_menus_what_is_off(request: HttpRequest, items: list[Any]) -> None:
    """Whatever base a plugin's screens stand on: no item leads to one that is 404."""
    site = Site.find_for_request(request)
    items[:] = [item for item in items if not _leads_to_what_is_off(item, site)]


def _leads_to_what_is_off(item: Any, site: Site | None) -> bool:
    try:
        label = owner_of(resolve(urlsplit(item.url).path))
    except Resolver404:
        return False  # Another site's address, or a submenu.
    return label is not None and not is_on(site, label)
