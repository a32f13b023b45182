"""What every page shows around its content, gathered only when a page asks for it."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject


def page_furniture(request: HttpRequest) -> dict[str, Any]:
    """`furniture`: site, menu, colours, safeguarding numbers (cms.theme.furniture).

    Lazy, because the admin renders many templates a request and needs none of it.
    """
    from cms.theme.furniture import furniture_of

    return {"furniture": SimpleLazyObject(lambda: furniture_of(request))}
