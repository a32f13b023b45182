"""Which addresses may be kept: names of pages, and nothing that could be a secret.

Whatever might be a token, a reference, a number of a person or their name in a link is
left out, and so is what machines look for. It is easier to miss one that was worth
keeping than to take back one that was not.
"""

import re
from itertools import pairwise

from cms.spoken_codes import are_right
from sites.broken_links.models import LONGEST_PATH

DEEPEST = 7
WORD = 24
"""No word in the name of a page is longer; keys and tokens are."""
DIGITS = 5
"""So many in all in one part: a day or a telephone number has more."""
OURS = ("admin", "account", "static", "theme", "media", "language")
PAGES = frozenset({"asp", "aspx", "doc", "docx", "htm", "html", "pdf", "xls", "xlsx"})
PROBES = ("wp-", "cgi-", "phpmyadmin", "xmlrpc", "owa", "autodiscover", "actuator")
_NAME = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_RUNS = re.compile(r"[^\W_]+")
_SIGN = r"[^\W_aeiou]"  # The alphabet of our codes has no such vowel.
_CODE = re.compile(
    rf"(?<![^\W_])(?:[^\W_]{{1,4}}[-_]{_SIGN}{{3}}[-_]{_SIGN}{{4}}"
    rf"|{_SIGN}{{4}}[-_]{_SIGN}{{4}}[-_]{_SIGN}{{3}})(?![^\W_])",
    re.I,
)
"""How references and the codes of drafts are written, misread ones too."""
_WITH_NUMBER = re.compile(r"[a-z]{2,}\d{1,4}")


def is_telling(path: str) -> bool:
    """Whether the path can be shown to editors: each part of it reads like a name."""
    parts = [part for part in path.split("/") if part]
    if not parts or len(path) > LONGEST_PATH or len(parts) > DEEPEST:
        return False
    if parts[0].lower() in OURS or not _is_page(parts[-1]):
        return False
    return all(map(_is_name, parts))


def _is_page(last: str) -> bool:
    _name, dot, kind = last.rpartition(".")
    return not dot or kind.lower() in PAGES


def _is_name(part: str) -> bool:
    if not _NAME.fullmatch(part) or part.lower().startswith(PROBES):
        return False
    if sum(map(str.isdigit, part)) > DIGITS or _is_code(part):
        return False
    return all(map(_is_word, _RUNS.findall(part)))


def _is_code(part: str) -> bool:
    """Whether it is a reference or the code of a draft, however it is divided."""
    runs = [run for run in _RUNS.findall(part.upper()) if run.lower() not in PAGES]
    texts = [text for text in ("".join(runs), *runs) if 7 <= len(text) <= 11]
    return bool(_CODE.search(part)) or any(
        are_right(text) or are_right(text[-7:]) for text in texts
    )


def _is_word(run: str) -> bool:
    if run.isdigit():
        return True
    if len(run) > WORD:
        return False
    if not run.isalpha():
        return bool(_WITH_NUMBER.fullmatch(run))
    if run.isupper():
        return len(run) <= 4
    # Words written as one, OurVisitors, have long parts; letters drawn by lot do not.
    humps = sum(one.islower() and two.isupper() for one, two in pairwise(run))
    return humps * 4 <= len(run)
