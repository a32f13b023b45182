"""Pages in both languages, and what their pictures say in words."""

from collections.abc import Iterator
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from cms.language import Evenness, Pair
from cms.language.translating import SCREEN
from cms.language.translations import (
    PageInLanguage,
    TranslationState,
    translation_states,
)
from sites.parity.kinds.parts import (
    DESCRIPTION,
    behind,
    repeats,
    without,
    words_of_half,
)
from sites.parity.rows import Part, Row

NOT_READ = {TranslationState.MISSING, TranslationState.DRAFT, TranslationState.HALF}


def page_rows(site: Site) -> Iterator[Row]:
    """One a page that can be read in either language, and one a described picture.

    What nobody can read yet in any language keeps nobody waiting.
    """
    states = translation_states(site)
    for _key, family in groupby(states, key=lambda one: one.page.translation_key):
        halves = {one.language: one for one in family}
        if set(halves) == {"en", "cy"} and any(_is_read(h) for h in halves.values()):
            yield _page(halves)
            yield from _descriptions(halves)


def _is_read(half: PageInLanguage) -> bool:
    return half.state not in NOT_READ


def _page(halves: dict[str, PageInLanguage]) -> Row:
    for half in halves.values():
        if not _is_read(half):
            return _row(half, Evenness.MISSING)
    for half in halves.values():
        if half.state == TranslationState.STALE:
            return _row(half, Evenness.STALE, behind(half))
    english, welsh = halves["en"], halves["cy"]
    if TranslationState.SAME in (english.state, welsh.state):
        return _row(welsh, Evenness.EVEN)
    for half, other in ((welsh, english), (english, welsh)):
        if missing := without(half, other):
            return _row(half, Evenness.MISSING, missing)
    if welsh.equal or _say_the_same(halves):
        return _row(welsh, Evenness.EQUAL, repeats(welsh))
    return _row(welsh, Evenness.EVEN)


def _row(half: PageInLanguage, evenness: Evenness, parts: tuple[Part, ...] = ()) -> Row:
    return Row(
        kind=_("Page"),
        name=half.page.title,
        name_in=half.page.locale.language_code,
        evenness=evenness,
        language=half.language,
        since=half.since,
        url=reverse(SCREEN, args=[half.page.pk]),
        parts=parts,
    )


def _edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _say_the_same(halves: dict[str, PageInLanguage]) -> bool:
    english, welsh = _texts(halves["en"]), _texts(halves["cy"])
    return bool(english) and english == welsh


def _texts(half: PageInLanguage) -> list[str]:
    return [word["text"] for word in words_of_half(half) if word["text"]]


def _descriptions(halves: dict[str, PageInLanguage]) -> Iterator[Row]:
    if not all(_is_read(half) for half in halves.values()):
        return
    said = {code: _description(half) for code, half in halves.items()}
    pair = Pair(
        kind=_("Description of a picture"),
        name=halves["en"].page.title,
        en=said["en"],
        cy=said["cy"],
        url=_edit(halves["cy" if said["en"] else "en"].page),
        since=max((h.since for h in halves.values() if h.since), default=None),
    )
    if not pair.is_empty:
        yield Row.of(pair, name_in="en")


def _description(half: PageInLanguage) -> str:
    found = (w["text"] for w in words_of_half(half) if w["field"] == DESCRIPTION)
    return next(found, "")
