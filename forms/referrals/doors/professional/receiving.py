"""What happens when a professional asks, and when the rest of it arrives."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from forms.casework.adding import add_to_case
from forms.casework.models import Case
from forms.journeys.submission import Submission
from forms.referrals.approving.services import ask_to_approve
from forms.referrals.choices import NOT_SURE
from forms.referrals.confirming.services import ask_to_confirm
from forms.referrals.doors.professional.more import MORE
from forms.referrals.models import Referral, Saying
from forms.referrals.services import Asked, asker_of, keep_request
from forms.referrals.terms import TO_ADULTS
from sites.mail_domains import is_of_council
from sites.models import Authority, Service

_LATER = frozenset(name for step in MORE for name in step.names)


def receive_request(submission: Submission) -> str:
    """Keep it, or the rest of it, and return its reference, in its transaction."""
    if submission.adds_to:
        return receive_rest(submission)
    answers = submission.answers
    council = _council(answers["council"])
    known = council is not None and is_of_council(council, answers["email"])
    reference = keep_request(
        submission,
        Asked(
            role=answers["role"],
            council=council,
            child_name=answers["child_name"],
            age_band=answers["age_band"],
            child_says=answers["child_says"],
            more=_more(answers),
            manager=_manager(answers),
            sender=Referral.Sender.DOMAIN if known else Referral.Sender.UNKNOWN,
        ),
        promise=TO_ADULTS,
        flags=_flags(submission, council, known=known),
        **asker_of(answers, submission.language),
    )
    case = Case.objects.get(site=submission.site, reference=reference)
    _keep_what_was_said(case, answers)
    if case.email and not known:
        ask_to_confirm(case)
    if email := answers.get("manager_email"):
        ask_to_approve(case, email)
    return reference


def receive_rest(submission: Submission) -> str:
    """Put the rest beside the short part, once; sent again, it changes nothing."""
    referral = (
        Referral.objects.select_for_update(of=("self",))
        .select_related("case")
        .get(site=submission.site, case__reference=submission.adds_to)
    )
    if referral.more:
        return referral.case.reference
    referral.more = _more(submission.answers)
    referral.save(update_fields=["more"])
    add_to_case(
        case=referral.case,
        answers=submission.snapshot,
        what=_("The rest of the request has arrived"),
        flags=submission.flags,
    )
    return referral.case.reference


def what_the_rest_needs(site: Site, reference: str) -> Mapping[str, Any] | None:
    """The council by which the rest is asked; None where the request is gone."""
    referral = (
        Referral.objects.select_related("council")
        .filter(site=site, case__reference=reference)
        .first()
    )
    if referral is None:
        return None
    code = referral.council.gss_code if referral.council else NOT_SURE
    return {"council": code}


def _more(answers: Mapping[str, Any]) -> dict[str, Any]:
    return {name: answers[name] for name in answers if name in _LATER}


def _manager(answers: Mapping[str, Any]) -> dict[str, str]:
    """Whom to ask for approval; nobody, where the service asks for none."""
    named = {part: answers.get(f"manager_{part}", "") for part in ("name", "email")}
    return named if named["email"] else {}


def _keep_what_was_said(case: Case, answers: Mapping[str, Any]) -> None:
    if not answers.get("heard_by"):
        return  # Nobody has asked the child yet.
    Saying.objects.create(
        case=case,
        says=answers["child_says"],
        how_shown=answers.get("how_shown", ""),
        heard_by=answers["heard_by"],
        heard_on=answers["heard_on"],
        language=answers["heard_in"],
        at=case.received_at,
    )


def _council(code: str) -> Authority | None:
    return None if code == NOT_SURE else Authority.objects.with_code(code)


def _flags(
    submission: Submission, council: Authority | None, *, known: bool
) -> Iterator[str]:
    own = Service.for_site(submission.site).authority
    if council is None:
        yield "unknown_council"
    elif own is None or council.pk != own.pk:
        yield "other_council"
    if not known:
        yield "unconfirmed_sender"
