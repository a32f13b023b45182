"""The demo's applications, sent through the service that real ones go through.

applications.toml says what each field means. Days are counted from today.
"""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import get_language
from wagtail.models import Site

from forms.applications.demo.answers import answers_of
from forms.applications.interviews.booking import Arrangement, book_interview
from forms.applications.journey import JOURNEY
from forms.applications.models import Application
from forms.applications.services import receive_application
from forms.casework.models import Case
from forms.casework.services import (
    Flag,
    assign_case,
    caseworkers,
    move_case,
    write_note,
)
from forms.journeys.declaring import Situation
from forms.journeys.snapshot import snapshot
from forms.journeys.submission import Submission
from forms.journeys.walk import Walk
from sites.closed_days import working_day_after
from sites.cover import away
from sites.models import Service

FILE = Path(__file__).parent / "applications.toml"

_in_language = lazy(lambda texts: texts[(get_language() or "en")[:2]], str)


def load(site: Site) -> None:
    """Send the applications of this site that are not there yet."""
    name = site.hostname.partition(".")[0]
    for facts in tomllib.loads(FILE.read_text(encoding="utf-8"))["application"]:
        marked = f"demo-{facts['key']}"
        there = Application.objects.filter(site=site, campaign=marked).exists()
        if facts["site"] == name and not there:
            _retell(_send(site, facts, marked), facts)


def _send(site: Site, facts: dict[str, Any], marked: str) -> Case:
    at = _days_ago(facts["days_ago"])
    service = Service.objects.get(site=site)
    language = facts["write"]
    answers = answers_of(facts, service)
    situation = Situation(
        site=site, service=service, language=language, answers=answers
    )
    walk = Walk(JOURNEY, situation)
    reference = receive_application(
        Submission(
            site=site,
            language=language,
            answers=walk.answers,
            snapshot=snapshot(walk, language),
            flags=[],
            started_at=at - timedelta(minutes=9),
            campaign=marked,
        ),
        flags=_flags(facts),
        at=at,
    )
    return Case.objects.get(site=site, reference=reference)


def _retell(case: Case, facts: dict[str, Any]) -> None:
    """What staff did since: whom they gave it to, how far it came, what they wrote."""
    staff = {user.first_name.lower(): user for user in caseworkers(case.site)}
    manager = next(iter(staff.values()), None)
    worker = staff.get(facts.get("assignee", ""), manager)
    days = facts["days_ago"]
    if "assignee" in facts:
        assign_case(case=case, to=worker, by=worker, at=_days_ago(days - 1))
    for place, stage in enumerate(facts["moves"], start=1):
        closing = stage == "withdrawn"
        move_case(
            case=case,
            to=stage,
            by=worker,
            why=facts["closed_reason"][facts["write"]] if closing else "",
            reason=facts["reason"] if closing else "",
            at=_days_ago(days - days * place / 6),
        )
    promised = facts.get("answer_by_days")
    today = timezone.localdate()
    case.answer_by = None if promised is None else today + timedelta(days=promised)
    case.save(update_fields=["answer_by"])
    for note in facts["notes"]:
        by = staff.get(note["by"], worker)
        write_note(case=case, text=note["text"], by=by, at=_days_ago(note["days_ago"]))
    if worker and "interview" in facts:
        _book(case, worker, dict(facts["interview"]))


def _book(case: Case, host: Any, facts: dict[str, Any]) -> None:
    """Agree on a day to come on which whoever meets them is there."""
    number = facts.pop("working_days")
    day = working_day_after(case.site, timezone.localdate(), number)
    while host.pk in away(case.site, day):
        day = working_day_after(case.site, day, 1)
    book_interview(
        case=case, by=host, arranged=Arrangement(day=day, host=host, **facts)
    )


def _flags(facts: dict[str, Any]) -> list[Flag]:
    reason = facts.get("flag_reason")
    return [Flag("look", _in_language(reason))] if reason else []


def _days_ago(days: float) -> datetime:
    morning = timezone.localtime().replace(hour=9, minute=40, second=0, microsecond=0)
    return min(morning - timedelta(days=days), timezone.now())
