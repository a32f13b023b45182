"""What happens: somebody asks, somebody starts, the plugin is switched off."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override, pgettext
from wagtail.models import Site

from acme_fostering.models import Enquiry
from acme_fostering.queries import is_open
from acme_fostering.terms import TO_CARERS
from cms.mail import queue_mail
from forms.casework.notices import acknowledge
from forms.casework.services import open_case
from forms.journeys.submission import Submission
from forms.journeys.terms import answer_day
from sites.models import Service


class NotTakingEnquiries(Exception):
    """The service takes no enquiries at the moment."""


@transaction.atomic
def receive_enquiry(
    *, site: Site, name: str, email: str, language: str = "both"
) -> Enquiry:
    """Keep an enquiry for the staff of `site`, and say by mail that it has come.

    `language` is the one in which the person asked; without it the mail is in both.
    """
    if not is_open(site):
        raise NotTakingEnquiries
    enquiry = Enquiry.objects.create(
        site=site, name=name, email=email, language=language
    )
    queue_mail(
        site=site,
        to=email,
        template="fostering/received",
        language=language,
        context={"name": name},
    )
    return enquiry


def receive_start(submission: Submission) -> str:
    """Open a case for somebody who wants to foster; return its reference.

    Called in the transaction of sending: rows and mails in the outbox, nothing else.
    """
    answers, site = submission.answers, submission.site
    answer_by = answer_day(site, "fostering", TO_CARERS, timezone.now())
    case = open_case(
        site=site,
        kind="fostering",
        language=submission.language,
        display_name=answers["name"],
        email=answers["email"],
        phone=answers["phone"],
        answers=submission.snapshot,
        flags=submission.flags,
        answer_by=answer_by,
    )
    acknowledge(case, template="fostering/started", answer_by=answer_by)
    return case.reference


def receive_wish(submission: Submission) -> str:
    """Open a case for a child of a carer; return its reference.

    Its name is no child's: titles reach lists, letters and browser tabs.
    """
    with override(submission.language):
        name = pgettext("in place of a name", "Child of a carer")
    case = open_case(
        site=submission.site,
        kind="fostering",
        language=submission.language,
        display_name=name,
        answers=submission.snapshot,
        flags=submission.flags,
        from_young=True,
    )
    return case.reference


def tell_what_waits(*, site: Site) -> None:
    """Mail the service how many enquiries it keeps while the plugin is off."""
    kept = Enquiry.objects.filter(site=site).count()
    service = Service.for_site(site)
    if kept and service.email:
        queue_mail(
            site=site,
            to=service.email,
            template="fostering/still_waiting",
            language=service.language_for_anyone(),
            context={"count": kept},
        )
