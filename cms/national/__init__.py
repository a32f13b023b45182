"""National texts: what the hub keeps for every service, and what each service does.

A version is made at the hub or by a release that changes a page file; a page remembers
the version of which it was made (`cms.models.StarterKey`). A service takes a new
version or keeps its own words with a reason; nothing is ever taken for it.
"""

from cms.national.loading import load_national_texts
from cms.national.services import (
    Refused,
    check_law,
    decide_on_file,
    keep,
    revise,
    take,
)
from cms.national.writing import NotHere

__all__ = [
    "NotHere",
    "Refused",
    "check_law",
    "decide_on_file",
    "keep",
    "load_national_texts",
    "revise",
    "take",
]
