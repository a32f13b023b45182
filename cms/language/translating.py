"""What becomes of wagtail-localize's own screens where they would harm.

They would make live aliases of a page's parents, publish what nobody has translated,
and turn a page into a copy of the other language. Each leads to the screen of the page
in both languages instead, which says what is to be done.
"""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from cms.language.translations import Unfinished, parents_without, refuse_unfinished
from cms.plugins.gates import refuse_translation

SUBMIT = "wagtail_localize:submit_page_translation"
UPDATE = "wagtail_localize:update_translations"
TO_ALIAS = "wagtail_localize:convert_to_alias"
WORDS = frozenset(
    f"wagtail_localize:{name}"
    for name in (
        *("edit_string_translation", "edit_override"),
        *("upload_pofile", "machine_translate"),
    )
)
"""The addresses that write a translation's words; they never ask for a lock."""
STEERED = frozenset({SUBMIT, UPDATE, TO_ALIAS}) | WORDS
SCREEN = "cms_translation"


def steer(request: HttpRequest, view: str, pk: int) -> HttpResponse | None:
    """Where one of these screens leads instead; None if all is well."""
    if view == TO_ALIAS:
        return _refuse_alias(request, get_object_or_404(Page, pk=pk))
    if view in WORDS:
        _refuse_where_locked(request, get_object_or_404(Translation, pk=pk))
        return None
    if request.method != "POST":
        return None
    if view == UPDATE:
        return _refuse_publishing(request, get_object_or_404(TranslationSource, pk=pk))
    return _lead_to_parents(request, get_object_or_404(Page, pk=pk))


def refuse_in_words(request: HttpRequest, refused: Unfinished) -> HttpResponse:
    """Say what is missing, on the screen where it can be done."""
    messages.error(request, refused.messages[0])
    return redirect(SCREEN, refused.page.pk)


def _refuse_where_locked(request: HttpRequest, translation: Translation) -> None:
    """While it waits for approval, what is approved is what was read."""
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    page = Page.objects.filter(
        translation_key=translation.source.object_id, locale=translation.target_locale
    ).first()
    lock = page.get_lock() if page else None
    if lock and lock.for_user(request.user):
        raise PermissionDenied


def _lead_to_parents(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Pages of a feature that is off are not translated at all."""
    if refused := refuse_translation(request, page):
        return refused
    below = "include_subtree" in request.POST
    asked = [pk for pk in request.POST.getlist("locales") if pk.isdecimal()]
    for locale in Locale.objects.filter(pk__in=asked):
        if above := parents_without(page, locale.language_code):
            messages.warning(
                request,
                _("Translate “%(parent)s” first: this page stands under it.")
                % {"parent": above[0].title},
            )
            return redirect(SCREEN, page.pk)
        if below and _stand_below(page, locale):
            messages.error(
                request,
                _(
                    "Pages below this one are there in that language already."
                    " Translate the others one by one."
                ),
            )
            return redirect(SCREEN, page.pk)
    return None


def _stand_below(page: Page, locale: Locale) -> bool:
    """Whether wagtail-localize would write over versions that people wrote by hand."""
    keys = page.get_descendants().order_by().values("translation_key")
    there = Page.objects.filter(translation_key__in=keys, locale=locale)
    return bool(there.filter(alias_of__isnull=True).exists())


def _refuse_publishing(
    request: HttpRequest, source: TranslationSource
) -> HttpResponse | None:
    if "publish_translations" not in request.POST:
        return None
    source.update_from_db()
    for translation in source.translations.filter(enabled=True):
        target = translation.get_target_instance()
        # The screen asks only who may translate, and publishes as nobody at all.
        if not target.permissions_for_user(request.user).can_publish():
            messages.error(request, _("Somebody who may publish can go on from here."))
            return redirect(SCREEN, target.pk)
        try:
            refuse_unfinished(target)
        except Unfinished as refused:
            return refuse_in_words(request, refused)
    return None


def _refuse_alias(request: HttpRequest, page: Page) -> HttpResponse:
    messages.error(
        request,
        _(
            "A page is never a copy of the other language. Mark what is the same in"
            " both languages instead."
        ),
    )
    return redirect(SCREEN, page.pk)
