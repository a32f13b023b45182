"""The addresses of own questions: they follow from the id, alike in every version."""

import re
from collections.abc import Mapping

_NUMBER = re.compile(r"(question|cwestiwn)-([1-9]\d{0,3})")
_WORDS = {"en": "question", "cy": "cwestiwn"}


def slugs_of(key: str) -> Mapping[str, str]:
    """The slugs of the question with this id, by language."""
    number = key.removeprefix("own_")
    return {language: f"{word}-{number}" for language, word in _WORDS.items()}


def key_of(slug: str, language: str) -> str:
    """The id of the question with this slug; empty for any other address."""
    found = _NUMBER.fullmatch(slug)
    if not found or found[1] != _WORDS[language]:
        return ""
    return f"own_{found[2]}"
