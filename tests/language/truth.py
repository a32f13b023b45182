"""What a page says of its language and addresses, and what of that is not true."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from bs4.element import Tag

from tests.language.english import is_english, is_welsh
from tests.language.reading import parts_of

OTHER = {"en": "cy", "cy": "en"}
WRONG = {"en": is_welsh, "cy": is_english}
SWITCH = "nav.govuk-language-navigation"
WORD = {"en": "Language", "cy": "Iaith"}
NAMES = {"en": "English", "cy": "Cymraeg"}


@dataclass(frozen=True)
class Told:
    """What the head of a page says of its addresses."""

    canonical: str
    alternates: dict[str, str]


def told_by(html: str) -> Told:
    """The canonical address and the alternates."""
    page = BeautifulSoup(html, "html.parser")
    canonical = page.select("link[rel=canonical]")
    assert len(canonical) <= 1
    pairs = page.select("link[rel=alternate][hreflang]:not([type])")
    return Told(
        str(canonical[0]["href"]) if canonical else "",
        {str(link["hreflang"]): str(link["href"]) for link in pairs},
    )


def switch_of(html: str) -> str:
    """Where the switch of a page leads; empty where it has none."""
    link = BeautifulSoup(html, "html.parser").select_one(f"{SWITCH} a")
    return str(link["href"]) if link else ""


def untruths(answer: Any, language: str) -> list[str]:
    """Everything that is not true of a page answered in `language`."""
    return [
        *_of_the_page(answer, language),
        *_of_its_parts(answer.text, language),
        *_of_the_switch(answer.text, language),
    ]


def _of_the_page(answer: Any, language: str) -> Iterator[str]:
    html = BeautifulSoup(answer.text, "html.parser").html
    if html is None or html.get("lang") != language:
        yield f"html lang is {html and html.get('lang')}"
    header = answer.headers.get("Content-Language")
    if header != language:
        yield f"Content-Language is {header}"


def _of_its_parts(html: str, language: str) -> Iterator[str]:
    """English marked as Welsh, Welsh marked as English, or nothing marked at all."""
    for part in parts_of(html):
        said = part.language or language
        if said in WRONG and WRONG[said](part.text):
            yield f"marked {said}: {part.text}"


def _of_the_switch(html: str, language: str) -> Iterator[str]:
    page = BeautifulSoup(html, "html.parser")
    navs = page.select(SWITCH)
    if len(navs) != 1:
        yield f"{len(navs)} switches"
        return
    if navs[0].get("aria-label") != WORD[language]:
        yield f"the switch is called {navs[0].get('aria-label')}"
    current, link = navs[0].select_one("[aria-current]"), navs[0].select_one("a")
    yield from _of_one(current, language, "the language read")
    yield from _of_one(link, OTHER[language], "the other language")
    if link and link.get("hreflang") != OTHER[language]:
        yield "the switch's hreflang"
    if link and urlsplit(str(link["href"])).scheme == "javascript":
        yield "the switch needs a script"


def _of_one(tag: Tag | None, language: str, what: str) -> Iterator[str]:
    if tag is None:
        yield f"{what} is not in the switch"
    elif (tag.get("lang"), tag.get_text(strip=True)) != (language, NAMES[language]):
        yield f"{what} is shown as {tag}"
