"""What is written down where the software fails: where and how, never with what.

The words of an exception, the answers of a form and the values of variables may be a
child's name. So a report has none of them: it has the kind of error, the lines of code
that led there and the pattern of the address, whose places stay unfilled.
"""

import logging
import traceback
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString
from django.views.debug import ExceptionReporter


class PlaceFormatter(logging.Formatter):
    """A line for what happened; for an error, the lines of code that led there."""

    def format(self, record: logging.LogRecord) -> str:
        told = logging.makeLogRecord({**record.__dict__, "exc_text": None})
        request = getattr(record, "request", None)
        if request is not None:
            what = record.getMessage().partition(":")[0]
            told.msg, told.args = f"{what}: {route_of(request)}", None
        return super().format(told)

    def formatException(self, ei: Any) -> str:
        return "\n".join(places(ei[1]))


class PlaceReport(ExceptionReporter):
    """The same where errors are mailed; whoever develops sees Django's own page."""

    def get_traceback_text(self) -> SafeString:
        if settings.DEBUG:
            return super().get_traceback_text()
        where = route_of(self.request) if self.request else "no request"
        return SafeString("\n".join([where, *places(self.exc_value)]))

    def get_traceback_html(self) -> SafeString:
        if settings.DEBUG:
            return super().get_traceback_html()
        return SafeString("")  # A mail has the text alone.


def route_of(request: Any) -> str:
    """Method, host and pattern of what was asked for; no part that a link fills."""
    match = getattr(request, "resolver_match", None)
    return f"{request.method} {_host_of(request)} {match.route if match else '?'}"


def places(error: BaseException | None) -> Iterator[str]:
    """The kind of an error and its lines of code, after those of what caused it."""
    seen: set[int] = set()
    chain = []
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        chain.append(error)
        error = error.__cause__ or (
            None if error.__suppress_context__ else error.__context__
        )
    for each in reversed(chain):
        for frame in traceback.extract_tb(each.__traceback__):
            yield f"  {frame.filename}:{frame.lineno} {frame.name}"
        yield f"{type(each).__module__}.{type(each).__qualname__}"


def _host_of(request: Any) -> str:
    site = getattr(request, "_wagtail_site", None)
    return site.hostname if site else "?"
