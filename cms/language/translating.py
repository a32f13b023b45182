"""Refuse to translate a page whose parent is not there in the other language.

Wagtail-localize would make live aliases of the parents: pages in the wrong language
that nobody has written. The editor is led to the parent instead.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Locale, Page

from cms.plugins.gates import refuse_translation

HOME_DEPTH = 3
SUBMIT = "wagtail_localize:submit_page_translation"


def lead_to_parent(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Where to go first: the screen that translates the parent; None if all is well.

    Pages of a feature that is off are not translated at all.
    """
    if request.method != "POST":
        return None
    if refused := refuse_translation(request, page):
        return refused
    if page.depth <= HOME_DEPTH:
        return None
    parent = page.get_parent()
    missing = _languages_without(parent, request.POST.getlist("locales"))
    if not missing:
        return None
    messages.warning(
        request,
        _("Translate “%(parent)s” first: this page stands under it.")
        % {"parent": parent.title},
    )
    return redirect(reverse(SUBMIT, args=[parent.pk]))


def _languages_without(parent: Page, asked: list[str]) -> list[Locale]:
    wanted = Locale.objects.filter(pk__in=[pk for pk in asked if pk.isdigit()])
    real = parent.get_translations(inclusive=True).filter(alias_of__isnull=True)
    there = set(real.values_list("locale_id", flat=True))
    return [locale for locale in wanted if locale.pk not in there]
