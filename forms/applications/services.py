"""What happens when an application arrives."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms.applications.doubts import flags_of
from forms.applications.models import Application
from forms.applications.stages import BEFORE_APPLYING
from forms.applications.terms import TO_APPLICANTS
from forms.casework.adding import add_to_case
from forms.casework.keying.completing import complete_case
from forms.casework.keying.filling import fill_in, filled, lacking
from forms.casework.models import Case
from forms.casework.notices import acknowledge
from forms.casework.services import (
    Flag,
    change_languages,
    move_case,
    open_case,
    set_answer_by,
)
from forms.journeys.finding import status_url
from forms.journeys.reaching import writing_language
from forms.journeys.submission import Submission
from forms.journeys.terms import answer_day

NOT_SURE = Flag(
    "independence_unsure",
    _("They are not sure whether they are independent: ask when you talk."),
)


def receive_application(
    submission: Submission,
    *,
    flags: Iterable[Flag] = (),
    at: datetime | None = None,
) -> str:
    """Keep an application, tell the applicant, and return its reference.

    Called in the transaction in which it was sent; a second part by itself goes to the
    application it belongs to. Mail goes in the language they chose to be written to in;
    where the service does not ask, in the one they used. `at` is when, if not now.
    """
    if submission.adds_to:
        return receive_addition(submission)
    return keep_application(submission, flags=flags, at=at).reference


def keep_application(
    submission: Submission,
    *,
    flags: Iterable[Flag] = (),
    at: datetime | None = None,
    acknowledges: bool = True,
) -> Case:
    """Open the case of an application; its applicant is told where that is wanted."""
    answers = submission.answers
    received = at or timezone.now()
    contact_by = answer_day(submission.site, "applications", TO_APPLICANTS, received)
    case = open_case(
        site=submission.site,
        kind="applications",
        **_languages(submission),
        **_contact(answers),
        answers=submission.snapshot,
        flags=[*submission.flags, *flags, *_flags(answers)],
        answer_by=contact_by,
        at=received,
    )
    _keep(case, submission)
    if acknowledges:
        _acknowledge(case, contact_by)
    return case


def _languages(submission: Submission) -> dict[str, Any]:
    answers = submission.answers
    return {
        "language": writing_language(answers, submission.language),
        "spoken_language": answers.get("speak_language", submission.language),
    }


def _contact(answers: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "display_name": answers["name"],
        "email": answers["email"],
        "phone": answers["phone"],
    }


def _acknowledge(case: Case, contact_by: date) -> None:
    acknowledge(
        case,
        template="applications/received",
        contact_by=contact_by,
        status_url=status_url(case.site, case.kind, case.language),
    )


def _flags(answers: Mapping[str, Any]) -> list[Flag]:
    unsure = answers.get("independence") == "not_sure"
    return [*([NOT_SURE] if unsure else []), *flags_of(answers)]


def receive_addition(submission: Submission) -> str:
    """Keep what was sent for a case that is there: its second part, or all of it."""
    case = Case.objects.select_for_update().get(
        site=submission.site, kind="applications", reference=submission.adds_to
    )
    if Application.objects.filter(case=case).exists():
        if submission.asks_only:
            return receive_missing(case, submission)
        return receive_second_part(submission)
    return receive_from_enquiry(case, submission)


def receive_from_enquiry(case: Case, submission: Submission) -> str:
    """Keep the application of somebody who rang first, in the case that stands."""
    answers = submission.answers
    complete_case(
        case=case,
        person={**_languages(submission), **_contact(answers)},
        answers=submission.snapshot,
        what=_("The application has arrived"),
        flags=[*submission.flags, *_flags(answers)],
    )
    if case.stage in BEFORE_APPLYING:
        move_case(case=case, to="submitted", by=None)
    day = answer_day(case.site, case.kind, TO_APPLICANTS, timezone.localdate())
    if case.is_new:
        set_answer_by(case=case, day=day, by=None)
    _keep(case, submission)
    _acknowledge(case, day)
    return case.reference


def receive_second_part(submission: Submission) -> str:
    """Put the second part beside the first, once, and tell both sides.

    Whoever sends it again, from another device, gets the same reference.
    """
    application = (
        Application.objects.select_for_update(of=("self",))
        .select_related("case")
        .get(site=submission.site, case__reference=submission.adds_to)
    )
    case = application.case
    if application.has_second_part:
        return case.reference
    application.answers = {**application.answers, **submission.answers}
    application.snapshot = [*application.snapshot, *submission.snapshot]
    application.statements = [*application.statements, *submission.statements]
    application.has_second_part = True
    application.second_part_at = timezone.now()
    application.save()
    known = {**submission.answers, "name": case.display_name}
    add_to_case(
        case=case,
        answers=submission.snapshot,
        what=_("The second part of the application has arrived"),
        flags=[*submission.flags, *flags_of(known)],
    )
    acknowledge(
        case,
        template="applications/received_second",
        status_url=status_url(case.site, case.kind, case.language),
    )
    return case.reference


def receive_missing(case: Case, submission: Submission) -> str:
    """Put what the paper left out in its place, and tell both sides.

    Where it has come meanwhile, from another device, nothing is changed.
    """
    if not lacking(case):
        return case.reference
    application = Application.objects.select_for_update(of=("self",)).get(case=case)
    application.answers = {**application.answers, **submission.answers}
    application.snapshot = filled(application.snapshot, submission.snapshot)
    application.statements = [*application.statements, *submission.statements]
    application.has_second_part |= "travel" in submission.answers
    application.save()
    fill_in(
        case=case,
        answers=submission.snapshot,
        what=_("What was missing on paper has arrived"),
        flags=[*submission.flags, *_flags(application.answers)],
    )
    change_languages(
        case=case,
        language=writing_language(submission.answers, case.language),
        spoken_language=submission.answers.get("speak_language", case.spoken_language),
        by=None,
    )
    acknowledge(
        case,
        template="applications/received_missing",
        status_url=status_url(case.site, case.kind, case.language),
    )
    return case.reference


def _keep(case: Case, submission: Submission) -> None:
    Application.objects.create(
        site=submission.site,
        case=case,
        language=submission.language,
        answers=dict(submission.answers),
        snapshot=list(submission.snapshot),
        campaign=submission.campaign,
        statements=[dict(statement) for statement in submission.statements],
        has_second_part="travel" in submission.answers,
        started_at=submission.started_at,
    )
