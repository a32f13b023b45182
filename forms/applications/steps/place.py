"""Where somebody lives: a postcode, the authority it lies in, and their correction."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms.theme.forms import Choice, RadiosField, SelectField, TextField
from forms.journeys.forms import StepForm
from sites import postcodes
from sites.models import Authority
from sites.place_names import named_choice


class PostcodeForm(StepForm):
    postcode = TextField(
        label=_("What is your postcode?"),
        hint=_("It tells us which area you live in. You can apply wherever that is."),
        missing=_("Enter your postcode"),
        max_length=40,
        width=10,
        autocomplete="postal-code",
        spellcheck=False,
    )

    def clean_postcode(self) -> str:
        written = postcodes.normalise(self.cleaned_data["postcode"])
        if written is None:
            raise ValidationError(
                gettext("Enter a full postcode, like LL55 1SH"), code="malformed"
            )
        return written


class AreaForm(StepForm):
    """Shows the authority that the postcode found. The reader has the last word."""

    area = RadiosField(
        label=_("Which area do you live in?"),
        missing=_("Choose the area you live in"),
    )
    area_other = SelectField(
        label=_("Choose your area"),
        missing=_("Choose your area from the list"),
    )

    def adapt(self) -> None:
        language = self.situation.language
        found = self.found
        here = [_choice(found, language)] if found else []
        elsewhere = _("Another area") if found else _("An area in England or Wales")
        outside = Choice("outside", _("Outside England and Wales"))
        other = Choice("other", elsewhere, reveals=("area_other",))
        self.offer("area", [*here, other, outside])
        self.offer(
            "area_other",
            [
                _choice(authority, language)
                for authority in Authority.objects.current().in_order(language)
            ],
        )

    @property
    def found(self) -> Authority | None:
        """The authority in which the postcode lies; None where that is not known."""
        known = {**self.situation.earlier, **self.situation.answers}
        answer = postcodes.find(str(known.get("postcode", "")))
        return answer.authority() if answer.is_found else None

    @property
    def is_elsewhere(self) -> bool:
        """Whether the postcode lies in another authority than the service's."""
        found, own = self.found, self.situation.service.authority
        return found is not None and own is not None and found.pk != own.pk


def _choice(authority: Authority, language: str) -> Choice:
    return named_choice(authority, value=authority.slug, language=language)
