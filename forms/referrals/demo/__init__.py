"""The demo's requests, told to the real journey and moved by the real services."""

import tomllib
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Site

from cms.models import OutboundEmail
from forms.casework.models import Case
from forms.casework.services import assign_case, caseworkers, move_case, write_note
from forms.journeys.declaring import Journey, Situation
from forms.journeys.snapshot import snapshot
from forms.journeys.submission import Submission
from forms.journeys.terms import answer_day
from forms.journeys.walk import Walk
from forms.referrals.choices import NOT_SURE
from forms.referrals.confirming.services import confirm_sender
from forms.referrals.doors.carer.choices import CARERS, OTHER, OWN
from forms.referrals.doors.carer.journey import CARER
from forms.referrals.doors.young.journey import YOUNG
from forms.referrals.journey import JOURNEY
from forms.referrals.offering.demo import load_offers
from forms.referrals.terms import answer_time
from sites.models import Service

FILE = Path(__file__).parent / "referrals.toml"


def load(site: Site) -> None:
    """Make the requests and the log of offers of this site, once."""
    load_offers(site)
    if Case.objects.filter(site=site, kind="referrals").exists():
        return
    name = site.hostname.partition(".")[0]
    for facts in tomllib.loads(FILE.read_text("utf-8"))["referral"]:
        if facts["site"] == name:
            _make(site, facts)


def _make(site: Site, facts: dict[str, Any]) -> None:
    sent = _moment(facts["days_ago"], facts["time"])
    service = Service.for_site(site)
    journey, answers = _told(facts, service)
    situation = Situation(
        site=site, service=service, language=facts["language"], answers=answers
    )
    walk = Walk(journey, situation)
    reference = journey.submit(
        Submission(
            site=site,
            language=facts["language"],
            answers=walk.answers,
            snapshot=snapshot(walk, facts["language"]),
            flags=[],
            started_at=sent - timedelta(minutes=3),
        )
    )
    case = Case.objects.get(reference=reference)
    if facts["door"] == "professional":
        confirm_sender(case.referral)
        case.refresh_from_db()
    _date_back(case, sent)
    _work_on(case, facts, sent)


def _told(facts: dict[str, Any], service: Service) -> tuple[Journey, dict[str, Any]]:
    if facts["door"] == "young_person":
        return YOUNG, _young(facts)
    if facts["door"] in CARERS:
        return CARER, _carer(facts, service)
    return JOURNEY, _professional(facts)


def _asker(facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "role": facts["door"],
        "name": facts["who_name"],
        "phone": facts["reach"]["phone"],
        "email": facts["reach"]["email"],
        "write_language": facts["language"],
        "speak_language": facts["language"],
        "child_name": facts["child_name"],
        "child_knows": facts["child_knows"],
        "when_to_ring": ["any"],
    }


def _carer(facts: dict[str, Any], service: Service) -> dict[str, Any]:
    own = service.authority and service.authority.gss_code == facts["council"]
    unsure = facts["council"] == NOT_SURE
    return {
        **_asker(facts),
        "council": OWN if own else NOT_SURE if unsure else OTHER,
        "likes": facts["likes"],
        "worker_name": "",
        "worker_email": "",
    }


def _professional(facts: dict[str, Any]) -> dict[str, Any]:
    heard_on = timezone.localdate() - timedelta(days=facts["days_ago"] + 3)
    return {
        **_asker(facts),
        "role": facts["profession"],
        "council": facts["council"],
        "age_band": facts["age_band"],
        "explained": "yes",
        "explained_by": facts["heard_by"],
        "explained_on": heard_on.isoformat(),
        "explained_in": facts["language"],
        "child_says": facts["child_view"],
        "how_shown": "",
        "heard_by": facts["heard_by"],
        "heard_on": heard_on.isoformat(),
        "heard_in": facts["language"],
        "likes": facts["likes"],
        "go_on": "send",
    }


def _young(facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "call_me": facts["child_name"],
        "my_age": facts["age_band"],
        "my_council": facts["council"],
        "my_likes": facts["likes"],
        "my_visitor": facts["visitor"],
        "reach_me": facts["reach"]["way"],
        "adult_name": facts["reach"]["name"],
        "adult_phone": facts["reach"]["phone"],
        "my_phone": "",
        "worry": facts["worry_call"],
        "worry_phone": "",
        "worry_no_phone": facts["worry_call"],
        "my_times": ["lunch"],
        "my_language": facts["language"],
        "my_write_language": facts["language"],
    }


def _date_back(case: Any, sent: datetime) -> None:
    case.received_at = sent
    promise = answer_time(case.referral.role)
    case.answer_by = answer_day(case.site, "referrals", promise, sent)
    case.save(update_fields=["received_at", "answer_by"])
    mails = OutboundEmail.objects.filter(site=case.site, case_reference=case.reference)
    mails.update(created_at=sent)


def _work_on(case: Case, facts: dict[str, Any], sent: datetime) -> None:
    person = _person(case.site, facts.get("assignee"))
    later = sent + timedelta(hours=20)
    if person:
        assign_case(case=case, to=person, by=person, at=later)
    for note in facts["notes"]:
        at = _moment(note["days_ago"], "15:10")
        write_note(
            case=case, text=note["text"], by=_person(case.site, note["by"]), at=at
        )
        later = max(later, at)
    for stage in facts["moves"]:
        later += timedelta(minutes=20)
        aside = stage == "declined"
        move_case(
            case=case,
            to=stage,
            by=person,
            at=later,
            until=_later(later, facts["review_in_days"]) if aside else None,
            why=facts["why"][facts["language"]] if aside else "",
            reason=facts["waits"] if stage == "waiting" else "",
        )


def _later(moment: datetime, days: int) -> date:
    return timezone.localdate(moment) + timedelta(days=days)


def _person(site: Site, key: str | None) -> Any:
    if key is None:
        return None
    named = get_user_model().objects.filter(email__startswith=f"{key}@")
    return named.first() or caseworkers(site).first()


def _moment(days_ago: int, clock: str) -> datetime:
    day = timezone.localdate() - timedelta(days=days_ago)
    moment = datetime.combine(day, time.fromisoformat(clock))
    return min(timezone.make_aware(moment), timezone.now())
