"""Whom somebody asks about, and whether a text speaks of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.views.decorators.debug import sensitive_variables
from wagtail.models import Site

from cms.language.slugs import without_accents

_NO_DIGIT = re.compile(r"\D")
_WORD = re.compile(r"[^\W_]+")
_AT_HOME = 10
"""So many digits of a number are the same however it is written: 07700…, +44 7700…"""
_SHORTEST = 7


@dataclass(frozen=True, kw_only=True)
class Person:
    """One person at one site, by what is known of them.

    `references` are of records that are certainly theirs. Two people can share a name,
    and a number: what is found is shown to somebody who decides.
    """

    site: Site
    name: str = ""
    email: str = ""
    phone: str = ""
    references: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Person at site {self.site.pk}>"

    @sensitive_variables()
    def is_reached_by(self, *values: Any) -> bool:
        """Whether their address or number stands in one of these values."""
        address, digits = folded(self.email).strip(), _last(self.phone)
        for text in _texts(values):
            if address and address in folded(text):
                return True
            if digits and digits in _NO_DIGIT.sub("", text):
                return True
        return False

    @sensitive_variables()
    def is_called(self, *values: Any) -> bool:
        """Whether every word of their name stands in one of these values."""
        wanted = {*_WORD.findall(folded(self.name))}
        return bool(wanted) and any(
            wanted <= {*_WORD.findall(folded(text))} for text in _texts(values)
        )

    def is_in(self, *values: Any) -> bool:
        """Whether one of these values names them, or says how to reach them."""
        return self.is_reached_by(*values) or self.is_called(*values)


def folded(text: str) -> str:
    """Text for comparing: neither case nor accents matter."""
    return without_accents(text).casefold()


def _last(phone: str) -> str:
    digits = _NO_DIGIT.sub("", phone)[-_AT_HOME:]
    return digits if len(digits) >= _SHORTEST else ""


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value, however deep it lies."""
    if isinstance(value, dict):
        yield from _texts(list(value.values()))
    elif isinstance(value, list | tuple | set):
        for each in value:
            yield from _texts(each)
    elif value is not None and not isinstance(value, bool):
        yield str(value)
