"""The page that starts an application, and the application itself."""

from typing import Any

from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from cms.language.dates import long_date
from cms.models import Readers, SiteOwned
from cms.privacy import EncryptedJSONField, EncryptedModel
from forms.applications.campaigns.models import Campaign
from forms.applications.interviews.models import Interview
from forms.casework.models import Case
from forms.journeys.pages import JourneyPage

__all__ = ["Application", "ApplicationPage", "Campaign", "Interview"]


class ApplicationPage(JourneyPage):
    """Apply to be an Independent Visitor."""

    journey_path = "forms.applications.journey.JOURNEY"
    door_for = Readers.VOLUNTEERS
    parent_page_types = ["authorities.HomePage", "standard_pages.StandardPage"]

    class Meta:
        verbose_name = _("application form")
        verbose_name_plural = _("application forms")

    def confirmation(self, receipt: Any) -> dict[str, Any]:
        """By when we ring, as long as we have not, and what comes after."""
        case = Case.objects.get(kind="applications", reference=receipt.reference)
        if receipt.draft.asks_only:
            return {
                "mailed_to": case.email,
                "next_steps": [
                    gettext(
                        "What was missing is with us. We read it and tell you what"
                        " comes next."
                    )
                ],
            }
        if receipt.draft.adds_to and case.application.second_part_at:
            return {
                "mailed_to": case.email,
                "next_steps": [
                    gettext(
                        "The rest of your application is with us. We read it and tell"
                        " you what comes next."
                    )
                ],
            }
        promised = []
        if case.is_new and case.answer_by:
            day = long_date(case.answer_by, get_language())
            promised = [gettext("We will be in touch by %(date)s.") % {"date": day}]
        return {
            "mailed_to": case.email,
            "next_steps": [
                *promised,
                gettext(
                    "We will have a talk, with no obligation on either side. After that"
                    " come references, a DBS check and training. The checks can take"
                    " some weeks, and we will tell you how they are going."
                ),
            ],
        }


class Application(EncryptedModel, SiteOwned):
    """What an applicant sent. Its case carries who and when, and what staff did."""

    case = models.OneToOneField(
        Case, on_delete=models.CASCADE, related_name="application"
    )
    language = models.CharField(max_length=2, choices=[("en", "en"), ("cy", "cy")])
    answers = EncryptedJSONField(default=dict)
    snapshot = EncryptedJSONField(default=list)
    campaign = models.CharField(max_length=40, blank=True)
    # What was declared and said of privacy, word for word: forms.journeys.statements.
    statements = models.JSONField(default=list)
    has_second_part = models.BooleanField(default=False)
    second_part_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
