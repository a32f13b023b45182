"""What people write, as it can be kept: nothing invisible, no lines where one is asked.

Pasted text brings characters that nobody sees. Some turn the text around them, hide in
a name or break a list in two; an answer of nothing else looks like no answer at all.
Joiners and direction marks stay: emoji and right-to-left names are spelt with them.
"""

import re
import unicodedata

# Control characters but for the null byte, which is refused with a message; marks that
# override the direction; spaces of no width; what is no character at all.
_UNSEEN = re.compile(
    "[\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u202a-\u202e\u2060-\u2064"
    "\u2066-\u2069\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")


def as_one_line(text: str) -> str:
    """The text in one line, with one space between its words."""
    return _unless_blank(" ".join(_UNSEEN.sub("", text).split()))


def as_lines(text: str) -> str:
    """The text with its lines, each ended as we end them."""
    return _unless_blank(_LINE_ENDS.sub("\n", _UNSEEN.sub("", text)).strip())


def _unless_blank(text: str) -> str:
    # One code point for each accented letter: ŵ typed on a phone finds ŵ stored.
    text = unicodedata.normalize("NFC", text)
    return text if any(_is_seen(character) for character in text) else ""


def _is_seen(character: str) -> bool:
    """Whether it is a letter, a digit, a sign; the null byte is left to be refused."""
    return character == "\x00" or unicodedata.category(character)[0] in "LNPS"
