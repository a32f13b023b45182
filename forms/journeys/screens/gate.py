"""The page in place of a form that is not open: kind, with other ways to reach us."""

from typing import TYPE_CHECKING

from django.http import HttpResponse

from forms.journeys.headings import NOT_OPEN
from forms.journeys.terms import may_begin, may_send
from sites.models import Opening

if TYPE_CHECKING:
    from forms.journeys.screens.base import Screen


def not_open(screen: "Screen") -> HttpResponse | None:
    """The page to answer with; None where the reader may go on.

    Whoever has begun may finish while the form is paused, and sees what they have sent
    even when it is closed. What was posted is refused with 503: nothing was kept.
    """
    service, kind = screen.service, screen.declared.kind
    if may_begin(service, kind):
        return None
    missing = bool(service.missing_to_open())
    if not missing and screen.shown_when_closed:
        return None
    draft = screen.draft
    if may_send(service, kind) and (draft or screen.for_who_has_begun):
        return None
    terms = service.terms_of(kind)
    paused, children = terms.state == Opening.PAUSED, screen.declared.for_children
    kept_until = draft.expires_at if draft and not screen.receipt else None
    why = "unready" if missing else terms.state.value
    answer: HttpResponse = screen.render(
        template="journeys/closed.html",
        status=503 if screen.request.method == "POST" else 200,
        heading=NOT_OPEN[why][screen.is_young],
        why=why,
        # A service writes its own words to adults, and a child's draft soon goes.
        message="" if missing or children else terms.message_in(screen.language),
        kept_until=kept_until if not children else None,
        check_url=screen.address("check") if paused else "",
        code_url=screen.address("code") if paused and not children else "",
    )
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
