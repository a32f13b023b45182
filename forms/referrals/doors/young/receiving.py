"""What happens when a young person asks for a visitor themselves."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import override, pgettext

from forms.journeys.reaching import writing_language
from forms.journeys.submission import Submission
from forms.referrals.choices import UNDER_13, YOUNG_PERSON
from forms.referrals.doors.young.choices import OTHER, OWN
from forms.referrals.services import Asked, keep_request
from forms.referrals.terms import TO_YOUNG_PEOPLE
from sites.models import Service


def receive_own_request(submission: Submission) -> str:
    """Keep it, tell the service, and return its reference, in its transaction."""
    answers = submission.answers
    council = answers["my_council"]
    name = _unnamed(submission.language)
    return keep_request(
        submission,
        Asked(
            role=YOUNG_PERSON,
            council=Service.for_site(submission.site).authority
            if council == OWN
            else None,
            child_name=answers["call_me"] or name,
            age_band=answers["my_age"],
            child_says="wants",
        ),
        promise=TO_YOUNG_PEOPLE,
        flags=_flags(answers),
        from_young=True,
        language=writing_language(answers, submission.language),
        spoken_language=answers.get("my_language") or submission.language,
        display_name=name,
        phone=_own_number(answers),
    )


def _unnamed(language: str) -> str:
    with override(language):
        return pgettext("in place of a name", "Young person")


def _own_number(answers: Mapping[str, Any]) -> str:
    """A number they gave as their own way: an adult's stays in the answers."""
    return answers["my_phone"] or answers["worry_phone"]


def _flags(answers: Mapping[str, Any]) -> Iterator[str]:
    if answers["my_council"] != OWN:
        own = answers["my_council"] == OTHER
        yield "other_council" if own else "unknown_council"
    if answers.get("worry"):
        yield "worry"
        if not _own_number(answers):
            yield "worry_no_number"
    if answers["my_age"] in UNDER_13:
        yield "under_13"
