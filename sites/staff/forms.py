"""The forms of the People screens, and the one by which an invitation is accepted."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Site

from cms.models import OutboundEmail
from cms.theme.forms import Choice, GovukForm, RadiosField, TextField
from sites.entry.fields import NewPasswordField, PasswordField
from sites.people.models import User
from sites.staff.roles import HINTS

Language = OutboundEmail.Language


class RolesForm(forms.Form):
    """What a person is at the site."""

    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one role.")},
    )

    def __init__(self, *args: Any, site: Site, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = site.profile.roles
        field = cast(forms.MultipleChoiceField, self.fields["roles"])
        field.choices = [(role.value, capfirst(role.label)) for role in roles]
        self.hints = [(str(role.label), HINTS[role]) for role in roles]


class PersonForm(forms.Form):
    """Who is invited, and in which language."""

    email = forms.EmailField(
        label=_("Their e-mail address at work"),
        error_messages={"required": _("Write their e-mail address.")},
    )
    first_name = forms.CharField(
        label=_("First name"),
        max_length=80,
        error_messages={"required": _("Write their first name.")},
    )
    last_name = forms.CharField(label=_("Last name"), max_length=80, required=False)
    language = forms.ChoiceField(
        label=_("In which language do we write to them?"),
        choices=[
            (Language.WELSH.value, pgettext_lazy("language of a person", "Welsh")),
            (Language.ENGLISH.value, pgettext_lazy("language of a person", "English")),
            (Language.BOTH.value, _("I do not know: write in both, Welsh first")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a language, or both.")},
    )


class InviteForm(PersonForm, RolesForm):
    """Who is invited, in which language and as what."""


class LostFactorForm(forms.Form):
    """Whose second factor is lost."""

    email = forms.EmailField(
        label=_("The e-mail address they sign in with"),
        error_messages={"required": _("Write their e-mail address.")},
    )


class RemoveForm(forms.Form):
    """Who takes over what somebody leaves behind."""

    to = forms.ChoiceField(label=_("Who takes over?"), required=False)

    def __init__(self, *args: Any, people: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        cast(forms.ChoiceField, self.fields["to"]).choices = [
            ("", pgettext_lazy("whose case", "Nobody’s yet")),
            *((key, str(person)) for key, person in self.people.items()),
        ]

    @property
    def person(self) -> Any | None:
        """The colleague chosen; None for nobody."""
        return self.people.get(self.cleaned_data["to"])


class SamePasswordField(PasswordField):
    """The new password once more."""

    input_options = NewPasswordField.input_options


class NewAccountForm(GovukForm):
    """Name, language and password of somebody who has no account yet."""

    own_heading = False

    first_name = TextField(
        label=_("First name"),
        missing=_("Enter your first name"),
        max_length=80,
        autocomplete="given-name",
    )
    last_name = TextField(
        label=_("Last name"), max_length=80, required=False, autocomplete="family-name"
    )
    language = RadiosField(
        label=_("Which language would you like to work in?"),
        label_size="s",
        missing=_("Choose a language"),
        choices=[
            Choice("cy", "Cymraeg", language="cy"),
            Choice("en", "English", language="en"),
        ],
        inline=True,
    )
    password = NewPasswordField(
        label=_("Choose a password"),
        hint=_("At least 12 characters. Three words that you can remember do well."),
        missing=_("Enter a password"),
    )
    again = SamePasswordField(
        label=_("The same password again"), missing=_("Enter the password again")
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = {key: self.data.get(key, "") for key in ("first_name", "last_name")}
        password = cast(NewPasswordField, self.fields["password"])
        password.user = User(email=email, **names)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        password, again = data.get("password"), data.get("again")
        if password and again and again != password:
            self.add_error("again", _("The two passwords are not the same"))
        return data
