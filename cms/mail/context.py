"""Keep a mail's context as JSON and give it back as it was: dates stay dates.

Only plain values are kept. Texts that wait to be translated are taken in the language
of the mail, once a language.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import override

_TYPES: dict[str, Any] = {
    "@datetime": dt.datetime,
    "@date": dt.date,
    "@time": dt.time,
}


def keep(context: Mapping[str, Any], languages: tuple[str, ...]) -> dict[str, Any]:
    """The context as JSON values, a copy for each language."""
    kept = {}
    for language in languages:
        with override(language):
            kept[language] = {str(k): _freeze(v) for k, v in context.items()}
    return kept


def give_back(kept: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The context of one language, for its template."""
    return {key: _thaw(value) for key, value in kept[language].items()}


def _freeze(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str | Promise):
        return str(value)
    for mark, kind in _TYPES.items():
        if isinstance(value, kind):
            return {mark: value.isoformat()}
    if isinstance(value, Mapping):
        return {str(key): _freeze(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_freeze(part) for part in value]
    raise TypeError(f"A mail's context takes plain values, not {type(value).__name__}.")


def _thaw(value: Any) -> Any:
    if isinstance(value, list):
        return [_thaw(part) for part in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        mark, text = next(iter(value.items()))
        if mark in _TYPES:
            return _TYPES[mark].fromisoformat(text)
    return {key: _thaw(part) for key, part in value.items()}
