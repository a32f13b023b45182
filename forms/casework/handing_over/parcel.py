"""What goes of a case: this, and nothing else, whatever the case holds besides."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.views.decorators.debug import sensitive_variables

from forms.casework.flags import known
from forms.casework.handing_over.declared import HandsOver
from forms.casework.languages import in_words
from forms.casework.models import Case

PERSON = ("display_name", "email", "phone", "language", "spoken_language")
QUESTION = ("key", "value", "section", "question", "answer", "not_given")


@sensitive_variables()
def packed(case: Case, how: HandsOver) -> dict[str, Any]:
    """All that the other service gets, as plain JSON values.

    Notes, letters and what happened here stay; so does whatever is `never` sent.
    """
    return {
        **{name: getattr(case, name) for name in PERSON},
        "from_young": case.from_young,
        "answer_by": case.answer_by.isoformat() if case.answer_by else "",
        "flags": [f["code"] for f in case.flags if f["code"] in how.flags],
        "answers": [
            _only_what_was_asked(row)
            for row in case.answers
            if row.get("key") not in how.never
        ],
    }


@sensitive_variables()
def shown(parcel: Mapping[str, Any]) -> dict[str, Any]:
    """The parcel with what it says in words, for a page or a sheet of paper."""
    day = parcel["answer_by"]
    return {
        "parcel": parcel,
        "languages": in_words(parcel["language"], parcel["spoken_language"]),
        "promised": dt.date.fromisoformat(day) if day else None,
        "reasons": [flag.reason for flag in known(parcel["flags"])],
        "other": "en" if parcel["language"] == "cy" else "cy",
    }


def _only_what_was_asked(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value
        for name, value in row.items()
        if name.removesuffix("_en").removesuffix("_cy") in QUESTION
    }


def seal_of(parcel: Mapping[str, Any]) -> str:
    """What tells this very parcel from any other: what is sent is what was seen."""
    plain = json.dumps(parcel, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(plain.encode()).hexdigest()
