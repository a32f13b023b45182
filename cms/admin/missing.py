"""Pages of plugins whose package is gone, in the admin: labelled, explained, kept.

Wagtail's own screens answer 500 for them, or try to delete them in part. Here every
admin address that acts on such a page, or takes one along with the pages above it, is
answered with what has happened and what to do; lists show them, and what stands below
them can be reached.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.localization import get_localized_response
from wagtail.models import Page

from cms.admin.bulk import BULK_ACTION
from cms.admin.missing_words import label_of
from cms.retirement import is_missing, missing_labels, missing_pages

READABLE = frozenset(
    {
        "wagtailadmin_explore",
        "wagtailadmin_explore_results",
        "wagtailadmin_choose_page_child",
        "wagtailadmin_pages:history",
        "wagtailadmin_pages:history_results",
    }
)
"""Screens that work for a page without its model: they show it and what is below."""

API_ACTION = "wagtailadmin_api:pages:action"
TAKES_ALL_BELOW = frozenset({"wagtailadmin_pages:delete", API_ACTION})
BELOW_FLAGS = ("copy_subpages", "include_descendants", "include_subtree")
SHOWN = 20


def answer_for_missing(
    request: HttpRequest, match: Any, pages: Iterable[Page]
) -> HttpResponse | None:
    """What to answer instead of the view, if it would act on a missing plugin's page.

    `pages` are those that the address names. Http404 where it names a type of page
    that is not installed; None where the view can do its work.
    """
    _refuse_missing_types(match.kwargs)
    if match.view_name in READABLE:
        return None
    pages = [*_acted_on(request, match, pages), *_page_of_api_action(match)]
    missing = [page for page in pages if is_missing(page)]
    below = [] if missing else _taken_along(request, match, pages)
    if not (missing or below):
        return None
    tell = _tell_program if match.view_name == API_ACTION else _explain
    answer: HttpResponse = get_localized_response(tell, request, missing, below)
    return answer


def answer_for_refused_delete(
    request: HttpRequest, error: Exception
) -> HttpResponse | None:
    """What to answer where the database keeps a row that a missing plugin refers to."""
    if not isinstance(error, IntegrityError) or not (labels := missing_labels()):
        return None
    said = _(
        "This cannot be done now: rows of a plugin whose package is no longer installed"
        " (%(labels)s) may refer to it."
    ) % {"labels": ", ".join(labels)}
    answer: HttpResponse = get_localized_response(_say, request, said)
    return answer


def sentence(missing: list[Page], below: list[Page]) -> str:
    """What happened, in one sentence."""
    if missing:
        return _(
            "This page comes from the plugin “%(label)s”, whose package is no longer"
            " installed."
        ) % {"label": label_of(missing[0])}
    return _(
        "Below this page stand pages of plugins whose packages are no longer installed,"
        " so this cannot be done to all of them together."
    )


def _tell_program(
    request: HttpRequest, missing: list[Page], below: list[Page]
) -> HttpResponse:
    return JsonResponse({"message": sentence(missing, below)}, status=409)


def _explain(
    request: HttpRequest, missing: list[Page], below: list[Page]
) -> HttpResponse:
    return _say(
        request,
        sentence(missing, below),
        missing=missing[0] if missing else None,
        below=[(page, label_of(page)) for page in below],
    )


def _say(
    request: HttpRequest, said: str, *, missing: Page | None = None, below: Any = ()
) -> HttpResponse:
    # Nothing was done: whoever posted must not take the answer for a success.
    status = 200 if request.method in ("GET", "HEAD") else 409
    context = {
        "page_title": missing.title if missing else _("Not possible now"),
        "header_icon": "warning",
        "sentence": said,
        "missing": missing,
        "below": below,
    }
    return render(request, "cms/admin/missing_page.html", context, status=status)


def _refuse_missing_types(kwargs: dict[str, Any]) -> None:
    label = kwargs.get("content_type_app_name")
    if label and label not in apps.app_configs:
        raise Http404


def _acted_on(request: HttpRequest, match: Any, pages: Iterable[Page]) -> list[Page]:
    """A bulk action names the parent of what it acts on, too: that one is let be."""
    ids = request.GET.getlist("id")
    if match.view_name != BULK_ACTION or "all" in ids:
        return list(pages)
    return [page for page in pages if str(page.pk) in ids]


def _page_of_api_action(match: Any) -> Iterable[Page]:
    if match.view_name != API_ACTION:
        return []
    found: Iterable[Page] = Page.objects.filter(pk=match.kwargs["pk"])
    return found


def _taken_along(request: HttpRequest, match: Any, pages: list[Page]) -> list[Page]:
    if not _takes_what_is_below(request, match):
        return []
    gone = missing_pages().order_by("path")
    return [
        page
        for above in pages
        for page in gone.filter(path__startswith=above.path)[:SHOWN]
    ]


def _takes_what_is_below(request: HttpRequest, match: Any) -> bool:
    if match.view_name in TAKES_ALL_BELOW:
        return True
    if match.view_name == BULK_ACTION:
        # “All” are the children of a page; the others are named one by one.
        all_of_them = "all" in request.GET.getlist("id")
        if all_of_them or match.kwargs.get("action") == "delete":
            return True
    return any(request.POST.get(flag) for flag in BELOW_FLAGS)


@hooks.register("construct_page_listing_buttons", order=1000)
def offer_nothing_for_missing_pages(
    buttons: list[Any], page: Page, user: Any, context: Any = None
) -> None:
    """No editing, moving or deleting of a page whose plugin is gone."""
    if is_missing(page):
        buttons.clear()
