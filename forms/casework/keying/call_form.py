"""The three fields of “Someone rang”."""

import uuid
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.debug import sensitive_variables

from cms.theme.forms import Choice, GovukForm, RadiosField, TextField
from cms.theme.forms.texts import PublicAddress, can_be_dialled
from sites.models import Service

NO_ADDRESS = _("They gave no e-mail address: the link cannot be sent to a phone number")
_is_address = PublicAddress(allowlist=[])


@dataclass(frozen=True)
class Wish:
    """In which languages somebody wants us to write and to speak."""

    key: str
    words: Any
    writes: str
    speaks: str


WISHES = (
    Wish("cy", pgettext_lazy("language of somebody who rang", "Welsh"), "cy", "cy"),
    Wish("en", pgettext_lazy("language of somebody who rang", "English"), "en", "en"),
    Wish("cy_en", _("Welsh to speak, English to write"), "en", "cy"),
    Wish("either", _("Either: they do not mind"), "", "either"),
)


class CallForm(GovukForm):
    """A name, one way to reach them, and a language or what it is about.

    The language where the service must ask for it; elsewhere what they said.
    """

    own_heading = False

    name = TextField(
        label=_("Their name"),
        missing=_("Enter their name"),
        autocomplete="off",
        spellcheck=False,
        attributes={"autofocus": True},
    )
    reach = TextField(
        label=_("Phone number or e-mail address"),
        missing=_("Enter a phone number or an e-mail address"),
        max_length=254,
        autocomplete="off",
        autocapitalize="none",
        spellcheck=False,
    )
    wish = RadiosField(
        label=_("Which language do they want to use?"),
        choices=[Choice(wish.key, wish.words) for wish in WISHES],
        missing=_("Choose which language they want to use"),
        label_size="s",
    )
    about = TextField(
        label=_("What is it about?"),
        hint=_("You can leave this empty. It is kept as a note."),
        max_length=500,
        required=False,
        autocomplete="off",
    )
    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, data: Any = None, *, service: Service, usual: str) -> None:
        super().__init__(data)
        self.usual = usual
        self.sends_link = bool(data and "send_link" in data)
        if data:
            # Whoever has made a mistake reads first what is said above.
            self.fields["name"].widget.options = {"autocomplete": "off"}
        del self.fields["about" if service.asks_which_language else "wish"]

    @sensitive_variables()
    def clean_reach(self) -> str:
        written = str(self.cleaned_data["reach"])
        if "@" in written:
            try:
                _is_address(written)
            except ValidationError:
                raise ValidationError(
                    _(
                        "Enter an email address in the correct format, like"
                        " name@example.com"
                    )
                ) from None
        elif not can_be_dialled(written):
            raise ValidationError(
                _("Enter a phone number, like 01632 960 001, or an e-mail address")
            )
        elif self.sends_link:
            raise ValidationError(NO_ADDRESS)
        return written

    @property
    def person(self) -> dict[str, str]:
        """Their name, how to reach them, and in which languages."""
        reach = self.cleaned_data["reach"]
        is_address = "@" in reach
        key = self.cleaned_data.get("wish", "")
        wish = next((w for w in WISHES if w.key == key), None)
        return {
            "name": self.cleaned_data["name"],
            "email": reach if is_address else "",
            "phone": "" if is_address else reach,
            "language": (wish and wish.writes) or self.usual,
            "spoken_language": wish.speaks if wish else "",
        }
