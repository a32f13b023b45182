"""The page on which people ask for a visitor, and the request itself."""

from typing import Any

from django.db import models
from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cms.language.dates import long_date
from cms.models import Readers, SiteOwned
from cms.privacy import EncryptedJSONField, EncryptedModel, EncryptedTextField
from forms.casework.models import Case
from forms.journeys.pages import ChildrensPage, JourneyPage
from forms.referrals.offering.models import OfferLink, OfferRecord
from forms.referrals.saying.models import Saying
from sites.models import Authority

__all__ = [
    "CarerPage",
    "OfferLink",
    "OfferRecord",
    "Referral",
    "ReferralPage",
    "Saying",
    "YoungPage",
]

PARENTS = ["authorities.HomePage", "standard_pages.StandardPage"]


class ReferralPage(JourneyPage):
    """Ask for an Independent Visitor for a child."""

    journey_path = "forms.referrals.journey.JOURNEY"
    door_for = Readers.PROFESSIONALS
    parent_page_types = PARENTS

    class Meta:
        verbose_name = _("form to ask for a visitor")
        verbose_name_plural = _("forms to ask for a visitor")

    def confirmation(self, receipt: Any) -> dict[str, Any]:
        """By when we speak to them, unless we have; who decides; who can say no."""
        case = _case_of(receipt)
        said = []
        if day := _spoken_to_by(case):
            said.append(gettext("We will speak to you by %(date)s.") % {"date": day})
        said.append(gettext("The council decides, and the young person can say no."))
        return {"mailed_to": case.email, "next_steps": said}


class CarerPage(JourneyPage):
    """Ask for an Independent Visitor as a carer or one of the family."""

    journey_path = "forms.referrals.doors.carer.journey.CARER"
    door_for = Readers.CARERS
    parent_page_types = PARENTS

    class Meta:
        verbose_name = _("form for a carer who asks for a visitor")
        verbose_name_plural = _("forms for carers who ask for a visitor")

    def confirmation(self, receipt: Any) -> dict[str, Any]:
        """By when we speak to them, unless we have; who appoints; that they can ask."""
        case = _case_of(receipt)
        said = []
        if day := _spoken_to_by(case):
            said.append(gettext("We will speak to you by %(date)s.") % {"date": day})
        said.append(gettext("Only the council can appoint a visitor. Asking is right."))
        return {"mailed_to": case.email, "next_steps": said}


class YoungPage(ChildrensPage):
    """Ask for an Independent Visitor for oneself."""

    journey_path = "forms.referrals.doors.young.journey.YOUNG"
    door_for = Readers.YOUNG
    parent_page_types = PARENTS

    class Meta:
        verbose_name = _("form for a young person who asks for a visitor")
        verbose_name_plural = _("forms for young people who ask for a visitor")

    def confirmation(self, receipt: Any) -> dict[str, Any]:
        """By when we speak to them, unless we have; that they can say no."""
        said = []
        if day := _spoken_to_by(_case_of(receipt)):
            words = pgettext("to a young person", "We will speak to you by %(date)s.")
            said.append(words % {"date": day})
        said.append(pgettext("to a young person", "You can say no at any time."))
        return {"next_steps": said}


def _case_of(receipt: Any) -> Case:
    return Case.objects.get(kind="referrals", reference=receipt.reference)


def _spoken_to_by(case: Case) -> str:
    """The day that was promised; empty where somebody has spoken to them already."""
    return long_date(case.answer_by) if case.is_new and case.answer_by else ""


class Referral(EncryptedModel, SiteOwned):
    """What somebody asked, kept as little as it can be. Its case says who and when."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="referral")
    role = models.CharField(max_length=20)
    council = models.ForeignKey(
        Authority, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    child_name = EncryptedTextField()
    age_band = EncryptedTextField()
    child_knows = EncryptedTextField(blank=True, default="")
    child_says = EncryptedTextField(blank=True, default="")

    class Sender(models.TextChoices):
        UNKNOWN = "", pgettext_lazy("whose address", "Not confirmed")
        DOMAIN = "domain", pgettext_lazy("whose address", "The council’s own address")
        LINK = "link", pgettext_lazy("whose address", "Confirmed by a link")

    class Approval(models.TextChoices):
        NONE = "", pgettext_lazy("a manager’s approval", "No answer")
        APPROVED = "approved", pgettext_lazy("a manager’s approval", "Approved")
        REFUSED = "refused", pgettext_lazy("a manager’s approval", "Not approved")

    more = EncryptedJSONField(null=True)  # The second part, by field.
    sender = models.CharField(max_length=6, choices=Sender, blank=True)
    sender_confirmed_at = models.DateTimeField(null=True, blank=True)
    worker = EncryptedJSONField(null=True)  # Name and email of the social worker.
    manager = EncryptedJSONField(null=True)  # Name and email of who is to approve it.
    approval = models.CharField(max_length=8, choices=Approval, blank=True)
    approval_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("request for a visitor")
        verbose_name_plural = _("requests for a visitor")
