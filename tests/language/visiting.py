"""Go through a site in Welsh by its links, and through a form by its declaration."""

from collections import deque
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from django.http import QueryDict
from django.test import Client
from wagtail.models import Site

from forms.journeys.declaring import Situation, Step

ELSEWHERE = (
    *("/cy/demo/sign-in/", "/cy/demo/mailbox/"),
    # Out of the form for young people: another website.
    *("/cy/gofyn-fy-hun/gadael/", "/en/ask-for-myself/leave/"),
)


def pages_from(
    start: str, site: Site, under: tuple[str, ...] = ("/cy/",)
) -> Iterator[Any]:
    """The answer at every address in Welsh that links lead to, feeds among them."""
    client = Client(SERVER_NAME=site.hostname)
    waiting, known = deque([start]), {start}
    while waiting:
        path = waiting.popleft()
        answer = client.get(path, follow=True)
        yield answer
        for target in _links(answer.text, path, under) if is_html(answer) else ():
            if target not in known:
                known.add(target)
                waiting.append(target)


def is_html(answer: Any) -> bool:
    """Whether it is a page that people see."""
    return bool(answer.headers.get("Content-Type", "").startswith("text/html"))


def address_of(answer: Any) -> str:
    """The path and the query by which it was asked."""
    query = answer.request["QUERY_STRING"]
    path = str(answer.request["PATH_INFO"])
    return f"{path}?{query}" if query else path


def _links(html: str, path: str, under: tuple[str, ...]) -> Iterator[str]:
    page = BeautifulSoup(html, "html.parser")
    for tag in page.select("a[href], link[href]"):
        parts = urlsplit(urljoin(path, str(tag["href"])))
        here = parts.path.startswith(under) and not parts.path.startswith(ELSEWHERE)
        if here and not parts.netloc:
            yield f"{parts.path}?{parts.query}" if parts.query else parts.path


def said_by(step: Step, situation: Situation) -> Iterator[str]:
    """What a step's form can say: asked, answered by nothing, answered wrongly."""
    yield str(step.title)
    asked = step.form(situation)
    yield asked.render()
    for data in (QueryDict(""), _nonsense(step)):
        form = step.form(situation, data)
        form.is_valid()
        yield form.render()
    for field in asked.fields.values():
        yield from map(str, field.error_messages.values())


def _nonsense(step: Step) -> QueryDict:
    given = QueryDict(mutable=True)
    for name in step.names:
        given[name] = "?\x00" * 3000
    return given
