"""The page on which people ask for a visitor, and the request itself."""

from typing import Any

from django.db import models
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from cms.language.dates import long_date
from cms.models import SiteOwned
from cms.privacy import EncryptedModel, EncryptedTextField
from forms.casework.models import Case
from forms.journeys.pages import JourneyPage
from forms.referrals.saying.models import Saying
from sites.models import Authority

__all__ = ["Referral", "ReferralPage", "Saying"]


class ReferralPage(JourneyPage):
    """Ask for an Independent Visitor."""

    journey_path = "forms.referrals.journey.JOURNEY"
    parent_page_types = ["authorities.HomePage", "standard_pages.StandardPage"]

    class Meta:
        verbose_name = _("form to ask for a visitor")
        verbose_name_plural = _("forms to ask for a visitor")

    def confirmation(self, receipt: Any) -> dict[str, Any]:
        """By when we speak to them, unless we have; who decides; who can say no."""
        case = Case.objects.get(kind="referrals", reference=receipt.reference)
        said = []
        if case.is_new and case.answer_by:
            day = {"date": long_date(case.answer_by)}
            said.append(
                pgettext("to a young person", "We will speak to you by %(date)s.") % day
                if receipt.was_young
                else gettext("We will speak to you by %(date)s.") % day
            )
        said.append(
            pgettext("to a young person", "You can say no at any time.")
            if receipt.was_young
            else gettext("The council decides, and the young person can say no.")
        )
        return {"mailed_to": case.email, "next_steps": said}


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

    class Meta:
        verbose_name = _("request for a visitor")
        verbose_name_plural = _("requests for a visitor")
