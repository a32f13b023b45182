"""The fields and blocks of a page that are missing, out of date or the same."""

from typing import Any

from cms.language import Evenness
from cms.language.translations import PageInLanguage
from cms.language.translations.naming import part_names
from sites.parity.rows import Part

DESCRIPTION = "image_alt"
"""What a picture shows, in words: the board has a line of its own for it."""


def behind(half: PageInLanguage) -> tuple[Part, ...]:
    """What the other language was published with since: new to this one, or changed."""
    kept = getattr(half.page, "published_words", None)
    words = list(kept.behind) if kept else []
    new = [word for word in words if not word["was"]]
    changed = [word for word in words if word["was"]]
    return (
        *_parts(half, new, Evenness.MISSING),
        *_parts(half, changed, Evenness.STALE),
    )


def without(half: PageInLanguage, other: PageInLanguage) -> tuple[Part, ...]:
    """Fields and kinds of blocks that say something in the other language alone.

    How often a kind of block stands on a page is its author's affair: two short texts
    may say what one long one says.
    """
    own = {word["field"] for word in words_of_half(half) if word["text"]}
    alone = [
        word
        for word in words_of_half(other)
        if word["text"] and word["field"] not in own and word["field"] != DESCRIPTION
    ]
    return _parts(half, alone, Evenness.MISSING)


def repeats(half: PageInLanguage) -> tuple[Part, ...]:
    """What repeats the other language word for word."""
    return tuple(Part(name, Evenness.EQUAL) for name in half.equal)


def words_of_half(half: PageInLanguage) -> list[Any]:
    """What the page says, as it was published."""
    kept = getattr(half.page, "published_words", None)
    return list(kept.words) if kept else []


def _parts(
    half: PageInLanguage, words: list[Any], evenness: Evenness
) -> tuple[Part, ...]:
    model = half.page.cached_content_type.model_class()
    return tuple(Part(name, evenness) for name in part_names(model, words))
