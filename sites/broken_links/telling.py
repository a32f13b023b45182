"""Which addresses may be kept: names of pages, and nothing that could be a secret.

Whatever might be a token, a reference, a number of a person or their name in a link is
left out, and so is what machines look for. It is easier to miss one that was worth
keeping than to take back one that was not.
"""

import re
from itertools import pairwise

from sites.broken_links.models import LONGEST_PATH

DEEPEST = 7
WORD = 24
"""No word in the name of a page is longer; keys and tokens are."""
DIGITS = 5
OURS = ("admin", "account", "static", "theme", "media", "language")
PAGES = frozenset({"asp", "aspx", "doc", "docx", "htm", "html", "pdf", "xls", "xlsx"})
PROBES = ("wp-", "cgi-", "phpmyadmin", "xmlrpc", "owa", "autodiscover", "actuator")
_NAME = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_RUNS = re.compile(r"[^\W_]+")
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
    return all(map(_is_word, _RUNS.findall(part)))


def _is_word(run: str) -> bool:
    if run.isdigit():
        return len(run) <= DIGITS
    if len(run) > WORD:
        return False
    if not run.isalpha():
        return bool(_WITH_NUMBER.fullmatch(run))
    if run.isupper():
        return len(run) <= 4
    # Words written as one, OurVisitors, have long parts; letters drawn by lot do not.
    humps = sum(one.islower() and two.isupper() for one, two in pairwise(run))
    return humps * 4 <= len(run)
