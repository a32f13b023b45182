"""Cases for tests, opened by the real service."""

from typing import Any

from django.urls import reverse
from wagtail.models import Site

from forms.casework.models import Case
from forms.casework.services import open_case

MARKER = "Angharad Morris"

WHY = {
    "key": "why",
    "section": "About you",
    "question": "Pam hoffech chi fod yn Ymwelydd Annibynnol?",
    "question_en": "Why would you like to be an Independent Visitor?",
    "question_cy": "Pam hoffech chi fod yn Ymwelydd Annibynnol?",
    "answer": "Rwy'n hoffi pysgota.",
    "answer_en": "Rwy'n hoffi pysgota.",
    "answer_cy": "Rwy'n hoffi pysgota.",
}
FREE = {
    "key": "free",
    "section": "About you",
    "question": "Pryd ydych chi'n rhydd?",
    "question_en": "When are you free?",
    "question_cy": "Pryd ydych chi'n rhydd?",
    "answer": "Penwythnosau",
    "answer_en": "Weekends",
    "answer_cy": "Penwythnosau",
}


def make_case(site: Site, **changes: Any) -> Case:
    """An application in Welsh from Siân Wyn, unless told otherwise."""
    facts: dict[str, Any] = {
        "kind": "applications",
        "language": "cy",
        "spoken_language": "cy",
        "display_name": "Siân Wyn ap Huw",
        "email": "sian@post.example",
        "phone": "07700 900123",
        "answers": [WHY, FREE],
    }
    return open_case(site=site, **{**facts, **changes})


def url(name: str, *args: Any, kind: str = "applications") -> str:
    """The address of one of the inbox's views."""
    return reverse(f"{kind}:{name}", args=args)


def state(case: Case) -> tuple[Any, ...]:
    """What of a case an action could change."""
    case.refresh_from_db()
    many = (case.stagemoves, case.notes, case.casemails, case.daychanges)
    counts = [rows.count() for rows in many]
    return (case.stage, case.assignee_id, counts)
