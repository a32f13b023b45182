"""What somebody is asked who has already sent their form."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.theme.forms import Choice, GovukForm, LongTextField, RadiosField, TextField
from forms.casework.models import Case
from forms.casework.references import example_reference
from forms.journeys.reaching import ReachForm, speak_language, write_language


class AskForm(GovukForm):
    """The reference, and how we reach whoever has it."""

    own_heading = False

    reference = TextField(
        label=_("Your reference number"),
        missing=_("Enter your reference number"),
        max_length=40,
        width=20,
        autocomplete="off",
        spellcheck=False,
        autocapitalize="characters",
    )
    contact = TextField(
        label=_("Your email address"),
        hint=_("If you gave us no email address, enter your phone number."),
        missing=_("Enter your email address or your phone number"),
        autocomplete="email",
        spellcheck=False,
        autocapitalize="none",
    )

    def __init__(self, data: Any = None, *, site: Site, **options: Any) -> None:
        super().__init__(data, **options)
        hint = _("It is in the email we sent you, like {reference}.")
        self.fields["reference"].help_text = hint.format(
            reference=example_reference(site)
        )


class WithdrawForm(GovukForm):
    """Why, if they like to say: nobody has to."""

    own_heading = False

    reason = RadiosField(
        label=_("If you like, tell us why"),
        hint=_("You need not choose anything."),
        required=False,
    )
    why = LongTextField(
        label=_("In your own words"),
        hint=_("You need not write anything."),
        max_length=600,
        rows=3,
        required=False,
    )

    def __init__(self, data: Any = None, *, case: Case, **options: Any) -> None:
        super().__init__(data, **options)
        stage = case.machine.stage(case.machine.withdrawn)
        reasons = [Choice(r.key, r.told) for r in stage.reasons if r.told]
        field: Any = self.fields["reason"]
        field.options = reasons
        if not reasons:
            del self.fields["reason"]


class DetailsForm(ReachForm):
    """The same questions as on the way here."""

    own_heading = False


class LanguagesForm(GovukForm):
    """The two preferences, to write in and to speak in."""

    own_heading = False

    language = write_language()
    spoken_language = speak_language()
