"""What happens when a carer or somebody of the family asks for a child."""

from forms.journeys.submission import Submission
from forms.referrals.choices import NOT_SURE
from forms.referrals.doors.carer.choices import OTHER, OWN
from forms.referrals.services import Asked, asker_of, keep_request
from forms.referrals.terms import TO_ADULTS
from sites.models import Service


def receive_nudge(submission: Submission) -> str:
    """Keep it, tell the service, and return its reference, in its transaction."""
    answers = submission.answers
    service = Service.for_site(submission.site)
    flags = {OTHER: ["other_council"], NOT_SURE: ["unknown_council"]}
    return keep_request(
        submission,
        Asked(
            role=answers["role"],
            council=service.authority if answers["council"] == OWN else None,
            child_name=answers["child_name"],
            age_band=NOT_SURE,
            child_knows=answers["child_knows"],
            worker={
                "name": answers["worker_name"],
                "email": answers["worker_email"],
            },
        ),
        promise=TO_ADULTS,
        flags=flags.get(answers["council"], []),
        **asker_of(answers, submission.language),
    )
