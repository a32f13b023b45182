"""What happens when somebody asks for a visitor."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from forms.casework.notices import acknowledge
from forms.casework.services import open_case
from forms.journeys.reaching import writing_language
from forms.journeys.submission import Submission
from forms.journeys.terms import AnswerTime, answer_day
from forms.referrals.models import Referral
from sites.models import Authority


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is kept of a request beside its case, by whichever door it came."""

    role: str
    council: Authority | None
    child_name: str
    age_band: str
    child_knows: str = ""
    child_says: str = ""
    worker: Mapping[str, str] = field(default_factory=dict)
    manager: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)
    sender: str = ""


def keep_request(
    submission: Submission,
    asked: Asked,
    *,
    promise: AnswerTime,
    flags: Iterable[str],
    **asker: Any,
) -> str:
    """Open the case of a request, acknowledge it, and return its reference.

    Called in the transaction in which it was sent. Nothing of the child leaves the
    case: neither the service's notice nor the acknowledgement says a word of them.
    """
    today = timezone.localdate()
    case = open_case(
        site=submission.site,
        kind="referrals",
        answers=submission.snapshot,
        flags=[*submission.flags, *flags],
        answer_by=answer_day(submission.site, "referrals", promise, today),
        **asker,
    )
    Referral.objects.create(site=submission.site, case=case, **vars(asked))
    acknowledge(case, template="referrals/received", answer_by=case.answer_by)
    return case.reference


def asker_of(answers: Mapping[str, Any], language: str) -> dict[str, Any]:
    """An adult who asks, as the case keeps them: languages, name, ways to reach."""
    return {
        "language": writing_language(answers, language),
        "spoken_language": answers.get("speak_language") or language,
        "display_name": answers["name"],
        "email": answers["email"],
        "phone": answers["phone"],
    }
