"""What staff say of a form that did not come through the website."""

import uuid
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cms.theme.forms import (
    Choice,
    ConfirmField,
    DatePartsField,
    GovukForm,
    RadiosField,
    TextField,
)
from forms.casework.keying.models import EVENT, PAPER, PHONE, SIGNED
from forms.casework.keying.papers import Origin
from forms.journeys.declaring import Journey

EARLIEST = date(1990, 1, 1)


class OriginForm(GovukForm):
    """How, when and in which language it came; what is signed; where the paper is."""

    own_heading = False

    how = RadiosField(
        label=_("How did it come?"),
        choices=[
            Choice(
                PAPER,
                pgettext_lazy("how a case came", "On paper"),
                reveals=("kept_at",),
            ),
            Choice(PHONE, pgettext_lazy("how a case came", "By phone")),
            Choice(EVENT, pgettext_lazy("how a case came", "At an event")),
        ],
        missing=_("Choose how it came"),
        label_size="s",
    )
    kept_at = TextField(
        label=_("Where is the paper kept?"),
        hint=_("For example a folder and its number."),
        missing=_("Write where the paper is kept"),
        autocomplete="off",
    )
    came_on = DatePartsField(
        label=_("On which day did it reach the service?"),
        hint=_("We promise an answer counted from this day."),
        missing=_("Enter the day on which it came"),
        label_size="s",
        earliest=EARLIEST,
        latest=timezone.localdate,
    )
    written_in = RadiosField(
        label=_("In which language was it filled in?"),
        choices=[
            Choice("cy", pgettext_lazy("in which language", "Welsh")),
            Choice("en", pgettext_lazy("in which language", "English")),
        ],
        missing=_("Choose the language in which it was filled in"),
        label_size="s",
    )
    signed = RadiosField(
        label=_("Is the declaration signed?"),
        choices=[Choice(key, words) for key, words in SIGNED],
        missing=_("Choose whether the declaration is signed"),
        label_size="s",
    )
    declaration_version = TextField(
        label=_("Version of the declaration on it"),
        required=False,
        max_length=20,
        width=10,
        autocomplete="off",
    )
    privacy_version = TextField(
        label=_("Version of the privacy notice on it"),
        required=False,
        max_length=20,
        width=10,
        autocomplete="off",
    )
    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, data: Any = None, *, journey: Journey) -> None:
        current = {
            "declaration_version": journey.declaration_version,
            "privacy_version": journey.privacy_version,
        }
        super().__init__(data, initial=current)
        for name, version in current.items():
            words = gettext("The website’s is %(version)s. Leave it empty for none.")
            self.fields[name].help_text = words % {"version": version}
        if not journey.declaration:
            del self.fields["declaration_version"], self.fields["signed"]
        if journey.privacy is None:
            del self.fields["privacy_version"]

    @property
    def origin(self) -> Origin:
        """What was said, once it is valid."""
        said = {k: v for k, v in self.cleaned_data.items() if k != "token"}
        absent = {"signed": "", "declaration_version": "", "privacy_version": ""}
        return Origin(**{**absent, **said})


class AcknowledgeForm(GovukForm):
    """Whether the person is mailed that we have it."""

    own_heading = False

    acknowledges = ConfirmField(
        label=_("Tell them that we have it"),
        statement=_("Send the usual e-mail, if they gave an address"),
        required=False,
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"acknowledges": True})
