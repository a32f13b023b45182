"""Answer 404 in the admin for another authority's page, file or settings.

Wagtail's own views check some of these and refuse with a redirect, and others not at
all; here every admin URL that names one is checked before its view runs. On a host of
no service there is no admin.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils.datastructures import MultiValueDictKeyError
from wagtail.admin.localization import get_localized_response
from wagtail.models import Page

from cms.admin.bulk import BULK_ACTION, check_bulk_action, pages_of_bulk_action
from cms.admin.choosing import read_by
from cms.admin.files import check_files, ids_among
from cms.admin.missing import answer_for_missing, answer_for_refused_delete
from cms.admin.place import current_site, role_pairs
from cms.admin.tags import AUTOCOMPLETE, complete_tag
from cms.admin.workflow_urls import check_workflow
from cms.language.translating import STEERED, refuse_in_words, steer
from cms.language.translations import Unfinished
from cms.models import RoleGroup
from cms.plugins.gates import refusal
from cms.references import PointsElsewhere
from cms.roles import PAGE_ROLES

EXTERNAL_LINK = "wagtailadmin_choose_page_external_link"
FIND = "wagtailadmin_api:pages:find"
PAGE_KWARGS = (
    "page_id",
    "parent_page_id",
    "page_to_move_id",
    "page_to_copy_id",
    "destination_id",
    "destination_page_id",
)
# Stock screens that list every site's pages, people or workflows: closed to staff of
# services until they can be scoped. Whoever runs the installation keeps them.
CLOSED_NAMESPACES = frozenset({"wagtailadmin_reports", "wagtailadmin_workflows"})
CLOSED_APIS = frozenset({"images", "documents"})
CLOSED_NAMES = frozenset(
    {
        "wagtail_localize:translations_report",
        "wagtail_localize:translations_report_results",
        "wagtailadmin_pages:type_use",
        "wagtailadmin_pages:type_use_results",
        "wagtailadmin_choose_page_chosen_multiple",
        "wagtailadmin_error_test",  # Raises an error on purpose.
    }
)


class ObjectGuard:
    """Middleware that knows which objects an admin URL names."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/admin/"):
            return self.get_response(request)
        with read_by(request.user):
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        user = request.user
        if not request.path.startswith("/admin/"):
            return None
        current_site(request)  # 404 where no service stands, before any sign-in.
        if not user.is_authenticated:
            return None
        match = request.resolver_match
        namespace = match.namespaces[0] if match and match.namespaces else ""
        if not user.is_superuser and _is_closed(namespace, match):
            raise Http404
        if namespace == "wagtailsettings" and "pk" in kwargs:
            _check_site(user, kwargs["pk"])
        check_files(request, namespace, kwargs)
        check_workflow(kwargs)
        if instead := _answer_instead(request, match, kwargs):
            return instead
        pages = [*_named_pages(namespace, kwargs), *_page_chosen(request)]
        if match and match.view_name == BULK_ACTION:
            pages += pages_of_bulk_action(request, kwargs)
            check_bulk_action(request, kwargs)
        for page in pages:
            check_page(user, page)
        if match and (gone := answer_for_missing(request, match, pages)):
            return gone
        if match and match.view_name in STEERED:
            # In the editor's own language, as the view itself would answer.
            answer: HttpResponse | None = get_localized_response(
                steer, request, match.view_name, next(iter(kwargs.values()))
            )
            return answer
        return None

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if not request.path.startswith("/admin/"):
            return None
        if isinstance(exception, MultiValueDictKeyError):
            return HttpResponseBadRequest()  # Something that every browser sends.
        if isinstance(exception, PointsElsewhere):
            return refusal(request, exception)
        if isinstance(exception, Unfinished):
            return refuse_in_words(request, exception)
        return answer_for_refused_delete(request, exception)


def _is_nonsense(request: HttpRequest, match: Any) -> bool:
    """What no page of the admin asks for, and PostgreSQL or Wagtail breaks down at."""
    given = [value for values in request.GET.lists() for value in values[1]]
    if any("\x00" in value for value in given):
        return True
    ids = request.GET.getlist("id") if match and match.view_name == FIND else []
    return len(ids_among(ids)) < len(ids)


def _answer_instead(
    request: HttpRequest, match: Any, kwargs: dict[str, Any]
) -> HttpResponse | None:
    """The answer of views of ours that stand before Wagtail's."""
    if _is_nonsense(request, match):
        return HttpResponseBadRequest()
    if match and match.view_name in AUTOCOMPLETE and not request.user.is_superuser:
        return complete_tag(request, kwargs)
    empty = "external-link-chooser-url" not in request.POST
    if (
        match
        and match.view_name == EXTERNAL_LINK
        and request.method == "POST"
        and empty
    ):
        # Without an address Wagtail's form breaks down instead of asking for one.
        return HttpResponseBadRequest()
    return None


def _is_closed(namespace: str, match: Any) -> bool:
    if namespace == "wagtailadmin_api" and CLOSED_APIS.intersection(match.namespaces):
        return True
    return namespace in CLOSED_NAMESPACES or match.view_name in CLOSED_NAMES


def check_page(user: Any, page: Page) -> None:
    """Raise Http404 unless `page` stands in a service where the person edits pages."""
    if user.is_superuser:
        return
    if page.depth == 1:
        return  # The explorer's root lists only what the person may reach.
    if not any(page.path.startswith(root) for root in editable_roots(user)):
        raise Http404


def editable_roots(user: Any) -> frozenset[str]:
    """Tree paths of the service roots whose pages the person may edit."""
    known: frozenset[str] | None = getattr(user, "_editable_roots", None)
    if known is None:
        groups = RoleGroup.objects.filter(group__user=user, role__in=PAGE_ROLES)
        paths = groups.values_list("site__root_page__path", flat=True)
        known = frozenset(path[:8] for path in paths)
        user._editable_roots = known
    return known


def _check_site(user: Any, pk: Any) -> None:
    if not any(str(site_id) == str(pk) for site_id, _role in role_pairs(user)):
        raise Http404


def _named_pages(namespace: str, kwargs: dict[str, Any]) -> Iterator[Page]:
    named = [str(kwargs[name]) for name in PAGE_KWARGS if name in kwargs]
    yield from Page.objects.filter(pk__in=ids_among(named))
    if namespace == "wagtail_localize":
        yield from _pages_of_translation(kwargs)


def _page_chosen(request: HttpRequest) -> Any:
    """The page under which a copy, or a new one, is to stand: the form names it."""
    named = [request.POST.getlist(name) for name in ("new_parent_page", "parent_page")]
    chosen = ids_among([*named[0], *named[1]])
    return Page.objects.filter(pk__in=chosen) if chosen else []


def _pages_of_translation(kwargs: dict[str, Any]) -> Iterator[Page]:
    from wagtail_localize.models import Translation, TranslationSource

    keys = set()
    if "translation_id" in kwargs:
        found = Translation.objects.filter(pk=kwargs["translation_id"])
        keys |= set(found.values_list("source__object_id", flat=True))
    if "translation_source_id" in kwargs:
        sources = TranslationSource.objects.filter(pk=kwargs["translation_source_id"])
        keys |= set(sources.values_list("object_id", flat=True))
    yield from Page.objects.filter(translation_key__in=keys)
