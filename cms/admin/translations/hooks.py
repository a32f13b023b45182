"""The way to the screen of both languages, from lists of pages and from the editor."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages as django_messages
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail_localize import wagtail_hooks as stock

from cms.admin.translations import panel  # noqa: F401  (registers hooks)
from cms.admin.translations.page import behind
from cms.language import counted
from cms.language.choice import languages_of
from cms.language.translating import refuse_in_words
from cms.language.translations import (
    PageInLanguage,
    TranslationState,
    Unfinished,
    refuse_unfinished,
    state_of,
)
from cms.language.translations.pairs import translation_into
from cms.models import PluginPage
from cms.visibility import site_of

ICON = "wagtail-localize-language"
STOCK_BUTTONS = ("register_page_header_buttons", "register_page_listing_more_buttons")


def install() -> None:
    """Take wagtail-localize's buttons away: two queries a row, and another way round.

    Private API of Wagtail 8.0 and wagtail-localize 1.14; a test names both.
    """
    for name in STOCK_BUTTONS:
        hooks._hooks[name] = [
            found
            for found in hooks._hooks.get(name, [])
            if found[0] is not stock.page_listing_more_buttons
        ]


@hooks.register("register_admin_urls")
def add_addresses() -> list[Any]:
    """The screens, /admin/translations/."""
    from cms.admin.translations import urlpatterns

    return urlpatterns


@hooks.register("register_page_listing_more_buttons")
@hooks.register("register_page_header_buttons")
def lead_to_both_languages(
    page: Page, user: Any, view_name: Any = None, next_url: Any = None
) -> Iterator[Button]:
    """One entry for every page of a site."""
    if issubclass(page.cached_content_type.model_class() or Page, PluginPage):
        address = reverse("cms_translation", args=[page.pk])
        yield Button(_("In both languages"), address, priority=60, icon_name=ICON)


@hooks.register("construct_page_action_menu")
def leave_out_copies(
    items: list[Any], request: HttpRequest, context: dict[str, Any]
) -> None:
    """A page is never a copy of the other language."""
    items[:] = [item for item in items if item.name != "localize-convert-to-alias"]


@hooks.register("before_edit_page", order=-10)
def refuse_to_publish_unfinished(
    request: HttpRequest, page: Page
) -> HttpResponse | None:
    """Before wagtail-localize saves the page and publishes what is not translated."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    try:
        refuse_unfinished(page)
    except Unfinished as refused:
        return refuse_in_words(request, refused)
    return None


@hooks.register("before_edit_page", order=-5)
def tell_of_the_other_language(request: HttpRequest, page: Page) -> None:
    """The editor says how far the other language is, or what changed there since."""
    if request.method != "GET" or not isinstance(page.specific_deferred, PluginPage):
        return
    if len(languages_of(site_of(page))) == 1:
        return
    own = state_of(page, page.locale.language_code)
    other = state_of(page, "en" if own.language == "cy" else "cy")
    address = reverse("cms_translation", args=[page.pk])
    if own.state == TranslationState.STALE:
        _tell_what_changed(request, own, address)
    elif translation_into(page) is not None and own.state != TranslationState.READY:
        messages.info(
            request,
            _progress(own),
            buttons=[messages.button(address, _next_step(own))],
        )
    else:
        _tell_of_other(request, other, address)


def _next_step(own: PageInLanguage) -> str:
    return _("What is missing") if own.done < own.total else _("Have it published")


def _tell_what_changed(request: HttpRequest, own: PageInLanguage, address: str) -> None:
    """Above the texts, where they are translated: each part before and now."""
    said = [
        _("This page is out of date. Changed in the other language: %(parts)s.")
        % {"parts": ", ".join(own.changed)}
    ]
    if translation_into(own.page) is not None:
        said.append(_progress(own))
    shown = {"words": behind(own), "since": own.since, "other": own.other}
    detail = render_to_string("cms/admin/translations/changed.html", shown)
    buttons = [messages.button(address, _("In both languages"))]
    told = messages.render(" ".join(said), buttons, detail)
    # Wagtail's own has no place for details.
    django_messages.warning(request, told)


def _progress(own: PageInLanguage) -> str:
    said = _("%(done)d of %(texts)s are translated (%(per_cent)d%%).")
    texts = counted(own.total, "testun")
    return said % {"done": own.done, "texts": texts, "per_cent": own.per_cent}


def _tell_of_other(request: HttpRequest, other: PageInLanguage, address: str) -> None:
    said = {
        ("cy", TranslationState.MISSING): _("There is no Welsh version yet."),
        ("en", TranslationState.MISSING): _("There is no English version yet."),
        ("cy", TranslationState.DRAFT): _("The Welsh version is a draft."),
        ("en", TranslationState.DRAFT): _("The English version is a draft."),
        ("cy", TranslationState.HALF): _("The Welsh version is half translated."),
        ("en", TranslationState.HALF): _("The English version is half translated."),
        ("cy", TranslationState.STALE): _("The Welsh version is out of date."),
        ("en", TranslationState.STALE): _("The English version is out of date."),
    }.get((other.language, other.state))
    if said is None:
        return
    label = _("In both languages")
    if other.state == TranslationState.MISSING:
        is_welsh = other.language == "cy"
        label = (
            _("Create the Welsh version")
            if is_welsh
            else _("Create the English version")
        )
    messages.info(request, said, buttons=[messages.button(address, label)])
