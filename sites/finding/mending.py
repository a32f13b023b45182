"""What to mend on a page, and how, in plain words. It advises, and blocks nothing.

Read from what the editors wrote, without rendering: it works without scripts and for
many pages at once. Wagtail's own checks look at the preview, in the browser.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.links import PAGE_LINK
from sites.finding.walking import (
    Html,
    LinkWords,
    Picture,
    Piece,
    Plain,
    Target,
    pieces,
)

LONGEST = 25
"""Words of a sentence that is still easy to read."""

SAYS_NOTHING = {
    *("click here", "here", "more", "read more", "link", "this", "this link"),
    *("this page", "find out more", "learn more", "see here", "more information"),
    *("cliciwch yma", "clicia yma", "yma", "mwy", "darllen mwy", "darllenwch fwy"),
    *("dolen", "y ddolen hon", "y dudalen hon", "rhagor", "rhagor o wybodaeth"),
    *("gweler yma", "mwy o wybodaeth"),
}
_FILE = re.compile(r"\.(jpe?g|png|gif|webp|heic)$|^(img|dsc|image|photo)[_ -]?\d", re.I)
_ADDRESS = re.compile(
    r"^(https?://|www\.)|^[\w-]+(\.[\w-]+)*\.(uk|com|org|wales|cymru)\b"
)
_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]?[A-ZÂÊÎÔÛŴŶÁÉÍÓÚ0-9])")
# After these a full stop ends no sentence.
_SHORT = re.compile(r"\b(?:e\.g|i\.e|etc|Dr|Mr|Mrs|Ms|St|No|h\.y|e\.e|a\.y\.b|Rh)\.$")
_PARTS = ("p", "li", "td", "th", "blockquote")


@dataclass(frozen=True)
class Fault:
    """One thing to mend: what it is, how to mend it, the words where it stands, and
    the screen on which it is done where that is not the page's own.
    """

    what: str | Promise
    how: str | Promise
    where: str = ""
    url: str = ""


def faults_of(page: Any) -> list[Fault]:
    """Everything to mend in the page's own words."""
    found: list[Fault] = []
    headings = _Headings()
    for piece in pieces(page):
        found += _of_piece(piece, headings)
    return found


def targets_of(page: Any) -> set[int]:
    """The pages to which the page's links lead."""
    found: set[int] = set()
    for piece in pieces(page):
        if isinstance(piece, Target):
            found.add(piece.pk)
        elif isinstance(piece, Html):
            found |= {int(a or b) for a, b in PAGE_LINK.findall(piece.source)}
    return found


def dead_link() -> Fault:
    """What to do about a link that leads to no page."""
    return Fault(
        _("A link leads to a page that is not published, or is gone."),
        _("Choose another page, or take the link away. Readers see no link there."),
    )


def _of_piece(piece: Piece, headings: "_Headings") -> Iterator[Fault]:
    if isinstance(piece, Picture):
        yield from _of_picture(piece)
    elif isinstance(piece, LinkWords):
        yield from _of_link(piece.text)
    elif isinstance(piece, Plain):
        yield from _of_sentences(piece.text)
    elif isinstance(piece, Html):
        yield from _of_html(piece, headings)


class _Headings:
    """The level reached so far: h1 is the title."""

    def __init__(self) -> None:
        self.level = 1

    def next(self, level: int) -> bool:
        """Whether one of this level may follow."""
        follows = level <= self.level + 1
        self.level = level
        return follows


def _of_html(piece: Html, headings: _Headings) -> Iterator[Fault]:
    soup = BeautifulSoup(piece.source, "html.parser")
    for tag in soup.find_all(["h2", "h3", "h4", "h5", "h6", "a", "img", "embed"]):
        yield from _of_tag(tag, headings)
    for tag in soup.find_all("p"):
        yield from _of_bold(tag)
    for tag in soup.find_all(_PARTS):
        if not tag.find(_PARTS):
            yield from _of_sentences(_text(tag))


def _of_tag(tag: Tag, headings: _Headings) -> Iterator[Fault]:
    if tag.name == "a":
        yield from _of_link(_text(tag))
    elif tag.name == "img" or tag.get("embedtype") == "image":
        yield from _of_picture(Picture(str(tag.get("alt") or "")))
    elif tag.name != "embed":
        text = _text(tag)
        if not text:
            yield Fault(_("A heading is empty."), _("Write it, or delete its line."))
        elif not headings.next(int(tag.name[1])):
            yield Fault(
                _("A heading skips a level."),
                _("Choose the larger kind of heading, or put one above it."),
                text,
            )


def _of_bold(tag: Tag) -> Iterator[Fault]:
    parts = [part for part in tag.children if str(part).strip()]
    is_bold = [isinstance(part, Tag) and part.name in ("b", "strong") for part in parts]
    text = _text(tag)
    if len(parts) == 1 and is_bold[0] and len(text) < 60 and text[-1:] not in ".!?:":
        yield Fault(
            _("A line in bold looks like a heading."),
            _("Make it a heading: people who listen to the page jump by headings."),
            text,
        )


def _of_picture(picture: Picture) -> Iterator[Fault]:
    if picture.decorative:
        return
    alt = picture.alt.strip()
    if not alt:
        yield Fault(
            _("A picture has no description."),
            _("Say in a few words what it shows, for people who do not see it."),
        )
    elif _FILE.search(alt):
        yield Fault(
            _("A picture’s description looks like the name of a file."),
            _("Say in a few words what it shows, for people who do not see it."),
            alt,
        )


def _of_link(text: str) -> Iterator[Fault]:
    plain = re.sub(r"[\s.,:;!?>»→…]+$", "", " ".join(text.split())).lower()
    if not plain:
        yield Fault(_("A link has no words."), _("Say where it leads."))
    elif plain in SAYS_NOTHING:
        yield Fault(
            _("The words of a link do not say where it leads."),
            _("Use the name of the page it leads to."),
            text,
        )
    elif _ADDRESS.match(plain):
        yield Fault(
            _("A link shows its bare address."),
            _("Use the name of the page it leads to."),
            text,
        )


def _of_sentences(text: str) -> Iterator[Fault]:
    for sentence in sentences(text):
        if len(_WORD.findall(sentence)) > LONGEST:
            yield Fault(
                _("A sentence has more than 25 words."),
                _("Make two of it, or a list."),
                sentence,
            )


def sentences(text: str) -> list[str]:
    """The sentences of a text; a new line ends one, a full stop after "Dr" does not."""
    found: list[str] = []
    for line in text.splitlines():
        begun = ""
        for part in _END.split(line.strip()):
            begun = f"{begun} {part}".strip()
            if not _SHORT.search(begun):
                found.append(begun)
                begun = ""
        found += [begun] if begun else []
    return [one for one in found if one]


def _text(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())
