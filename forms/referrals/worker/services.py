"""Write to a child's social worker, once for each time that staff mean to."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils.functional import lazy
from django.utils.translation import get_language, gettext
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Site

from cms.mail import OutboundEmail, queue_mail, site_url
from forms.casework.errors import CaseworkError
from forms.casework.models import Case
from forms.journeys.finding import page_of
from forms.referrals.letters import NoRequestForm
from forms.referrals.mails import TO_WORKER
from forms.referrals.models import Referral
from sites.models import Service

ASKED_BY_OTHERS = ("carer", "family")
"""Who tells of a social worker: the door of carers and family asks for one."""


class WrittenAlready(CaseworkError):
    """The button was pressed twice, or a colleague pressed it first."""

    def __init__(self) -> None:
        super().__init__(
            gettext("The social worker has been written to already, a moment ago.")
        )


def may_write(referral: Referral | None) -> bool:
    """Whether this request came from somebody who can only nudge."""
    return referral is not None and referral.role in ASKED_BY_OTHERS


def written(case: Case) -> QuerySet[OutboundEmail]:
    """The mails to the child's social worker about this request, newest first."""
    return OutboundEmail.objects.filter(
        site=case.site_id,
        case_reference=case.reference,
        template=TO_WORKER.template,
    )


def address_of_form(site: Site) -> str:
    """The professionals' form in the language that is on; raises NoRequestForm."""
    page = page_of(site, "referrals", (get_language() or "en")[:2])
    if page is None:
        raise NoRequestForm
    return site_url(site, page.address(None))


@sensitive_variables("name", "email")
@transaction.atomic
def write_to_worker(*, case: Case, name: str, email: str, seen: int) -> OutboundEmail:
    """Queue the mail with the link, and keep the name and address it went to.

    `seen` is how many such mails there were on the screen where the button was: a
    second press sends none (WrittenAlready).
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if written(locked).count() != seen:
        raise WrittenAlready
    address_of_form(locked.site)
    referral = Referral.objects.get(case=locked)
    referral.worker = {"name": name, "email": email}
    referral.save(update_fields=["worker"])
    return queue_mail(
        site=locked.site,
        to=email,
        template=TO_WORKER.template,
        language=Service.for_site(locked.site).language_for_anyone(),
        context={
            "reference": locked.reference,
            "url": lazy(address_of_form, str)(locked.site),  # In each language.
        },
        case_reference=locked.reference,
    )
