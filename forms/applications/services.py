"""What happens when an application arrives."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms.applications.models import Application
from forms.applications.terms import TO_APPLICANTS
from forms.casework.models import Case
from forms.casework.notices import acknowledge
from forms.casework.services import Flag, open_case
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

    Called in the transaction in which it was sent. Mail goes in the language they chose
    to be written to in; where the service does not ask, in the one they used. `at` is
    when it happened, if not now.
    """
    answers = submission.answers
    language = writing_language(answers, submission.language)
    unsure = answers.get("independence") == "not_sure"
    received = at or timezone.now()
    contact_by = answer_day(submission.site, "applications", TO_APPLICANTS, received)
    case = open_case(
        site=submission.site,
        kind="applications",
        language=language,
        spoken_language=answers.get("speak_language") or submission.language,
        display_name=answers["name"],
        email=answers["email"],
        phone=answers["phone"],
        answers=submission.snapshot,
        flags=[*submission.flags, *flags, *([NOT_SURE] if unsure else [])],
        answer_by=contact_by,
        at=received,
    )
    _keep(case, submission)
    acknowledge(case, template="applications/received", contact_by=contact_by)
    return case.reference


def _keep(case: Case, submission: Submission) -> None:
    Application.objects.create(
        site=submission.site,
        case=case,
        language=submission.language,
        answers=dict(submission.answers),
        snapshot=list(submission.snapshot),
        campaign=submission.campaign,
        has_second_part="travel" in submission.answers,
        started_at=submission.started_at,
    )
