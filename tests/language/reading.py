"""What a reader meets on a page, each part with the language it says it is in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from bs4 import BeautifulSoup
from bs4.element import Comment, Doctype, NavigableString, PageElement, Tag

UNSEEN = {"script", "style", "template", "noscript"}
# Marks within a sentence: its words belong to what stands around them.
WITHIN = {"a", "abbr", "b", "br", "code", "em", "i", "small", "span", "strong", "time"}
SPOKEN = re.compile(r"alt|title|placeholder|aria-label|data-i18n\..*|data-.*-text")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Part:
    """A sentence or a label, and the language that it is said to be in."""

    language: str
    text: str


def parts_of(html: str) -> Iterator[Part]:
    """Every text and every spoken attribute of a page."""
    page = BeautifulSoup(html, "html.parser")
    together: dict[tuple[int, str], list[str]] = {}
    for text in page.find_all(string=True):
        if isinstance(text, Comment | Doctype) or _is_unseen(text):
            continue
        key = (id(_sentence(text)), language_of(text))
        together.setdefault(key, []).append(str(text))
    for (_sentence_id, language), texts in together.items():
        yield from _part(language, "".join(texts))
    for tag in page.find_all(True):
        yield from _spoken(tag)


def parts_of_feed(xml: str) -> Iterator[Part]:
    """Every text of a feed."""
    feed = ElementTree.fromstring(xml)  # noqa: S314  (our own)
    for element in feed.iter():
        language = element.get(XML_LANG) or feed.get(XML_LANG, "")
        if element.tag.rpartition("}")[2] in {"title", "subtitle", "summary", "name"}:
            yield from _part(language, element.text or "")


def _spoken(tag: Tag) -> Iterator[Part]:
    for name, value in tag.attrs.items():
        if SPOKEN.fullmatch(name):
            yield from _part(language_of(tag), str(value))
    if tag.name == "meta" and tag.get("name") == "description":
        yield from _part(language_of(tag), str(tag.get("content", "")))
    if tag.name == "input" and tag.get("type") in {"submit", "button"}:
        yield from _part(language_of(tag), str(tag.get("value", "")))


def _part(language: str, text: str) -> Iterator[Part]:
    plain = _SPACE.sub(" ", text).strip()
    if any(letter.isalpha() for letter in plain):
        yield Part(language, plain)


def language_of(element: PageElement) -> str:
    """What the nearest `lang` says."""
    for tag in (element, *element.parents):
        if isinstance(tag, Tag) and tag.get("lang"):
            return str(tag["lang"])
    return ""


def _is_unseen(text: NavigableString) -> bool:
    return any(tag.name in UNSEEN for tag in text.parents)


def _sentence(text: NavigableString) -> Tag:
    return next(tag for tag in text.parents if tag.name not in WITHIN)
