"""What happens when somebody asks for a visitor."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import override, pgettext

from forms.casework.notices import acknowledge
from forms.casework.services import open_case
from forms.journeys.reaching import writing_language
from forms.journeys.submission import Submission
from forms.journeys.terms import answer_day
from forms.referrals.choices import NOT_SURE, UNDER_13, YOUNG_PERSON
from forms.referrals.models import Referral
from forms.referrals.terms import answer_time
from sites.models import Authority, Service


def receive_request(submission: Submission) -> str:
    """Keep a request, acknowledge it, and return its reference.

    Called in the transaction in which it was sent. Nothing of the child leaves the
    case: neither the service's notice nor the acknowledgement says a word of them.
    """
    answers = submission.answers
    young = answers["role"] == YOUNG_PERSON
    council = _council(answers["my_council" if young else "council"])
    promise = answer_time(answers["role"])
    case = open_case(
        site=submission.site,
        kind="referrals",
        answers=submission.snapshot,
        flags=[*submission.flags, *_flags(submission, council)],
        answer_by=answer_day(
            submission.site, "referrals", promise, timezone.localdate()
        ),
        from_young=young,
        **(_young_asker if young else _adult_asker)(answers, submission.language),
    )
    Referral.objects.create(
        site=submission.site,
        case=case,
        role=answers["role"],
        council=council,
        child_name=answers["call_me" if young else "child_name"],
        age_band=answers["my_age" if young else "age_band"],
        child_knows=answers.get("child_knows", ""),
        child_says="wants" if young else answers["child_says"],
    )
    acknowledge(case, template="referrals/received", answer_by=case.answer_by)
    return case.reference


def _adult_asker(answers: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {
        "language": writing_language(answers, language),
        "spoken_language": answers.get("speak_language") or language,
        "display_name": answers["name"],
        "email": answers["email"],
        "phone": answers["phone"],
    }


def _young_asker(answers: Mapping[str, Any], language: str) -> dict[str, Any]:
    with override(language):
        name = pgettext("in place of a name", "Young person")
    return {
        "language": writing_language(answers, language),
        "spoken_language": answers.get("my_language") or language,
        "display_name": name,
        "phone": _own_number(answers),
    }


def _own_number(answers: Mapping[str, Any]) -> str:
    """A number they gave as their own way: an adult's stays in the answers."""
    return answers["my_phone"] or answers["worry_phone"]


def _council(code: str) -> Authority | None:
    return None if code == NOT_SURE else Authority.objects.with_code(code)


def _flags(submission: Submission, council: Authority | None) -> Iterator[str]:
    answers = submission.answers
    own = Service.for_site(submission.site).authority
    if council is None:
        yield "unknown_council"
    elif own is None or council.pk != own.pk:
        yield "other_council"
    if answers.get("worry"):
        yield "worry"
        if not _own_number(answers):
            yield "worry_no_number"
    if answers["role"] == YOUNG_PERSON and answers["my_age"] in UNDER_13:
        yield "under_13"
