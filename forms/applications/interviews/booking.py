"""Book an interview, change it, call it off: one transaction each, mail and move in it.

The applicant's calendar follows, and that of whoever meets them.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.debug import sensitive_variables

from cms.language.dates import long_date_and_time
from forms.applications.interviews.errors import ChangedMeanwhile, HostAway, TimeTaken
from forms.applications.interviews.models import Interview
from forms.applications.interviews.telling import tell_both, tell_host
from forms.applications.interviews.times import coming_moment
from forms.casework.errors import MovedMeanwhile
from forms.casework.models import Addition, Case
from forms.casework.moving import move_case, set_answer_by
from sites.closed_days import working_day_after
from sites.cover import away

BOOKED_STAGE = "interview_booked"
AFTERWARDS = "screening"
ANSWER_IN = 5
"""So many working days after an interview we owe them a word."""

BOOKED = _("Interview booked: %(when)s")
CHANGED = _("Interview changed: %(when)s")
CALLED_OFF = _("Interview called off: %(when)s")


@dataclass(frozen=True, kw_only=True)
class Arrangement:
    """What is agreed: clock time in Britain, how, where, with whom, in what language.

    `language` is "cy", "en", or "" while nobody has asked.
    """

    day: dt.date
    time: dt.time
    minutes: int
    way: str
    where: str
    host: Any
    language: str = ""


def booked_for(case: Case) -> Interview | None:
    """The interview to come with this applicant."""
    booked: Interview | None = (
        Interview.objects.filter(
            case=case, status=Interview.Status.BOOKED, begins_at__gt=timezone.now()
        )
        .select_related("by", "host", "case", "site")
        .first()
    )
    return booked


@sensitive_variables("arranged")
@transaction.atomic
def book_interview(
    *,
    case: Case,
    by: Any,
    arranged: Arrangement,
    seen: str | None = None,
    seen_version: str | None = None,
) -> Interview:
    """Invite the applicant; a second time, tell them what has changed.

    The case moves to “interview booked”. Whoever has no e-mail is told by phone. `seen`
    and `seen_version` are the stage and the interview that the reader saw, "" for none.
    A form sent twice tells nobody twice.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    booked = booked_for(locked)
    facts = _facts(arranged)
    if booked and all(getattr(booked, name) == facts[name] for name in facts):
        return booked
    _refuse_if_changed(booked, seen_version)
    if locked.stage != (seen or case.stage):
        raise MovedMeanwhile
    _refuse_if_busy(arranged.host, booked or Interview(case=locked), facts)
    if booked is None:
        return _book(case, by, facts)
    return _change(booked, case, by, facts)


@transaction.atomic
def call_off(
    *, case: Case, by: Any, seen_version: str | None = None, goes_on: bool = True
) -> Interview | None:
    """Call off the interview to come, and tell both; None where there is none.

    The case goes back to where another talk can be agreed, unless it has moved on. Of
    one that ends (not `goes_on`) the stage is not ours, and no other time is spoken of.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    interview = booked_for(locked)
    if interview is None:
        return None
    _refuse_if_changed(interview, seen_version)
    interview.status = Interview.Status.CANCELLED
    interview.sequence += 1
    interview.by = by
    interview.save()
    _log(interview, CALLED_OFF)
    if goes_on and locked.stage == BOOKED_STAGE:
        move_case(case=case, to=AFTERWARDS, by=by, seen=BOOKED_STAGE)
    tell_both(interview, goes_on=goes_on)
    return interview


@transaction.atomic
def give_to(*, interview: Interview, to: Any | None, by: Any) -> None:
    """Let another colleague meet them; None until somebody takes it on."""
    Case.objects.select_for_update().get(pk=interview.case_id)
    interview.sequence += 1
    if interview.host:
        tell_host(interview, host=interview.host, is_off=True)
    interview.host, interview.by = to, by
    interview.save()
    _log(interview, CHANGED)
    if to:
        tell_both(interview)


def _facts(arranged: Arrangement) -> dict[str, Any]:
    begins = coming_moment(arranged.day, arranged.time).astimezone(dt.UTC)
    return {
        "begins_at": begins,
        "ends_at": begins + dt.timedelta(minutes=arranged.minutes),
        "way": arranged.way,
        "where": arranged.where.strip(),
        "host": arranged.host,
        "language": arranged.language,
    }


def _refuse_if_changed(interview: Interview | None, seen: str | None) -> None:
    if seen is not None and seen != (interview.version if interview else ""):
        raise ChangedMeanwhile


def _refuse_if_busy(host: Any, interview: Interview, facts: dict[str, Any]) -> None:
    """HostAway, TimeTaken. Two bookings for one person wait for one another here."""
    get_user_model().objects.select_for_update().get(pk=host.pk)
    site = interview.case.site
    if cover := away(site, timezone.localdate(facts["begins_at"])).get(host.pk):
        raise HostAway(host, cover.ends_on)
    others = Interview.objects.filter(
        site=site,
        host=host,
        status=Interview.Status.BOOKED,
        begins_at__lt=facts["ends_at"],
        ends_at__gt=facts["begins_at"],
    ).exclude(pk=interview.pk)
    if taken := others.first():
        raise TimeTaken(host, taken.begins_at)


def _book(case: Case, by: Any, facts: dict[str, Any]) -> Interview:
    former = Interview.objects.filter(case=case, status=Interview.Status.BOOKED)
    former.update(status=Interview.Status.OVER)
    interview = Interview.objects.create(case=case, site=case.site, by=by, **facts)
    _log(interview, BOOKED)
    if case.stage != BOOKED_STAGE:
        move_case(case=case, to=BOOKED_STAGE, by=by)
    _promise_afterwards(interview, case)
    tell_both(interview)
    return interview


def _change(
    interview: Interview, case: Case, by: Any, facts: dict[str, Any]
) -> Interview:
    interview.sequence += 1
    former = interview.host
    if former and former != facts["host"]:
        tell_host(interview, host=former, is_off=True)  # Of the day that they knew.
    for name, value in {**facts, "by": by}.items():
        setattr(interview, name, value)
    interview.save()
    _log(interview, CHANGED)
    if case.stage == BOOKED_STAGE:
        _promise_afterwards(interview, case)
    tell_both(interview)
    return interview


def _promise_afterwards(interview: Interview, case: Case) -> None:
    """They hear of us after the interview, not in the days before it."""
    day = timezone.localdate(interview.begins_at)
    last = working_day_after(case.site, day, ANSWER_IN)
    set_answer_by(case=case, day=last, by=interview.by)


def _log(interview: Interview, words: Any) -> None:
    """Say in the timeline what was done, in both languages."""
    told = {}
    for language in ("en", "cy"):
        with override(language):
            when = long_date_and_time(interview.begins_at, language)
            told[language] = str(words) % {"when": when}
    Addition.objects.create(case=interview.case, what=told, by=interview.by)
