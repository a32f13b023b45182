"""Names of authorities inside a sentence: "yng Ngwynedd", "in the Vale of Glamorgan".

Welsh comes from the stored forms and from nowhere else. A name that is English also in
a Welsh sentence is told apart, so that a page can mark its language.
"""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from cms.theme.forms.choices import Choice
from sites.models.authority import Authority

_TAKES_THE = (
    *("City of London", "East Riding", "Isle of", "Isles of", "Vale of"),
    *("London Borough", "Royal Borough", "City of Westminster", "Council of the"),
)
_ISLANDS = ("Isle of", "Isles of")


@dataclass(frozen=True)
class PlacePhrase:
    """A word and a name: `before` ("yn "), then `name`, English or not."""

    before: str
    name: str
    needs_mark: bool = False

    def __str__(self) -> str:
        return self.before + self.name

    def html(self) -> SafeString:
        """The phrase, an English name in it marked as English."""
        if self.needs_mark:
            return format_html('{}<span lang="en">{}</span>', self.before, self.name)
        return format_html("{}", str(self))


def named_choice(
    authority: Authority, *, value: str, language: str, of_council: bool = False
) -> Choice:
    """An authority as an answer: its place, or its council; English marked in Welsh."""
    kind = council if of_council else area
    phrase = kind(authority, "", language)
    return Choice(value, str(phrase), language="en" if phrase.needs_mark else "")


def area(authority: Authority, form: str, language: str) -> PlacePhrase:
    """The place, bare ("") or after a word: form "in", "to", "of" or "and"."""
    name = authority.area_name(language)
    if language != "cy":
        return _english(form, name)
    stored = getattr(authority, f"{form}_cy") if form else name
    return _welsh(stored, name, english=not authority.area_name_cy)


def council(authority: Authority, form: str, language: str) -> PlacePhrase:
    """The council, bare ("") or after a word: form "in", "to", "of" or "and"."""
    name = authority.council_name(language)
    if language != "cy":
        return _english("at" if form == "in" else form, name)
    stored = getattr(authority, f"council_{form}_cy") if form else name
    return _welsh(stored, name, english=not authority.name_cy)


def _welsh(stored: str, name: str, *, english: bool) -> PlacePhrase:
    if english:
        return PlacePhrase(stored.removesuffix(name), name, needs_mark=True)
    return PlacePhrase("", stored)


def _english(form: str, name: str) -> PlacePhrase:
    if not form:
        return PlacePhrase("", name)
    word = "on" if form == "in" and name.startswith(_ISLANDS) else form
    article = "the " if name.startswith(_TAKES_THE) and "County" not in name else ""
    return PlacePhrase(f"{word} {article}", name)
