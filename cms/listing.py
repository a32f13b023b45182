"""Cut a long list into pages that can be linked to."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404, HttpRequest

PER_PAGE = 10


@dataclass(frozen=True)
class Listing:
    """One page of a list, and what the pagination needs to link the others."""

    rows: list[Any]
    pages: list[dict[str, Any]]
    previous: dict[str, str] | None
    next: dict[str, str] | None
    total: int


def listing(request: HttpRequest, rows: Any, *, per_page: int = PER_PAGE) -> Listing:
    """The page of `rows` that `?page=` asks for; Http404 where there is none such."""
    paginator = Paginator(rows, per_page)
    try:
        page = paginator.page(request.GET.get("page", 1))
    except (EmptyPage, PageNotAnInteger):
        raise Http404 from None
    return Listing(
        rows=list(page.object_list),
        pages=[_item(number, page.number) for number in paginator.page_range]
        if paginator.num_pages > 1
        else [],
        previous=_link(page.number - 1) if page.has_previous() else None,
        next=_link(page.number + 1) if page.has_next() else None,
        total=paginator.count,
    )


def _item(number: int, current: int) -> dict[str, Any]:
    return {"number": number, **_link(number), "current": number == current}


def _link(number: int) -> dict[str, str]:
    return {"href": f"?page={number}"}
