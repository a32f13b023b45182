"""Cut a long list into pages that can be linked to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
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
    start: int = 1
    number: int = 1

    def showing(self, rows: list[Any]) -> "Listing":
        """The same page, with what is shown for its rows in their place."""
        return replace(self, rows=rows)


def listing(
    request: HttpRequest,
    rows: Any,
    *,
    per_page: int = PER_PAGE,
    keep: Mapping[str, str] | None = None,
) -> Listing:
    """The page of `rows` that `?page=` asks for; Http404 for what is no number of one.

    Too far is the last page: the other language's list, to which the switch of a page
    leads, may be shorter. `keep` is the rest of the question, which the links to the
    other pages repeat.
    """
    kept = keep or {}
    paginator = Paginator(rows, per_page)
    page = paginator.page(min(_number_asked(request), paginator.num_pages))
    return Listing(
        rows=list(page.object_list),
        pages=_items(paginator, page.number, kept) if paginator.num_pages > 1 else [],
        previous=_link(page.number - 1, kept) if page.has_previous() else None,
        next=_link(page.number + 1, kept) if page.has_next() else None,
        total=paginator.count,
        start=page.start_index(),
        number=page.number,
    )


def _number_asked(request: HttpRequest) -> int:
    try:
        number = int(request.GET.get("page", 1))
    except ValueError:
        raise Http404 from None
    if number < 1:
        raise Http404
    return number


def _items(
    paginator: Paginator[Any], current: int, kept: Mapping[str, str]
) -> list[dict[str, Any]]:
    """The pages to link: of many the first, the last and those around this one."""
    shown = paginator.get_elided_page_range(current, on_each_side=2, on_ends=1)
    return [
        {"number": number, **_link(number, kept), "current": number == current}
        if isinstance(number, int)
        else {"ellipsis": True}
        for number in shown
    ]


def _link(number: int, kept: Mapping[str, str]) -> dict[str, str]:
    return {"href": f"?{urlencode({**kept, 'page': number})}"}
