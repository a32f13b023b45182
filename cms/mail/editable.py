"""Mails whose words a service may change: what the author of a plugin declares of one.

What stands in a place is put in as plain text when the mail is sent. Whoever writes the
words writes names of places, never a template: nothing of theirs is run.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place in a mail's words, written {name}, and what is put there.

    `means` tells staff what it stands for, `example` is an invented value. The value is
    the context's `key`, or that of the place's own name, as `form` writes it.

    A `required` one must stand in the text. Where one that `may_be_empty` has no value,
    its whole paragraph is left out. A `link` stands between spaces. Only what names
    nobody may stand `in_subject`.
    """

    name: str
    means: Words
    example: Any
    key: str = ""
    form: Callable[[Any], str] = str
    required: bool = False
    may_be_empty: bool = False
    link: bool = False
    in_subject: bool = False

    def __str__(self) -> str:
        return f"{{{self.name}}}"

    def said(self, context: Mapping[str, Any]) -> str:
        """What is put in its place, in the language that is active."""
        value = context.get(self.key or self.name)
        return "" if value in (None, "") else self.form(value)


SERVICE = Place(
    name="service",
    means=_("the name of your service"),
    example="",
    in_subject=True,
)
"""Every mail has this place: it is filled in from the letterhead."""


@dataclass(frozen=True, kw_only=True)
class EditableMail:
    """A mail whose words a service may change, and the places in them.

    `title` is what staff call it, `sent` says in a sentence when it goes out. `reader`
    names a mark in the context, such as "young": with it, the mail of that template is
    this one. `closing` always stands at its end, whatever a service writes above.

    What staff change again before they send it has no template: its subject and text
    are its `words`, with names of places, and its `template` is what it is called.
    """

    template: str
    title: Words
    sent: Words
    places: Sequence[Place]
    reader: str = ""
    closing: Words = ""
    words: tuple[Words, Words] | None = None

    @property
    def key(self) -> str:
        """By what its words are kept."""
        return f"{self.template}:{self.reader}" if self.reader else self.template

    @property
    def slug(self) -> str:
        """The same in an address."""
        return self.key.replace("/", ".").replace(":", ".")

    @property
    def label(self) -> str:
        """The label of the app whose mail it is."""
        return self.template.partition("/")[0]

    @property
    def all_places(self) -> list[Place]:
        """Its own places, and those of every mail."""
        return [*self.places, SERVICE]

    def examples(self) -> dict[str, Any]:
        """A context with invented values."""
        mark = {self.reader: True} if self.reader else {}
        return mark | {place.key or place.name: place.example for place in self.places}
