"""Fields of the account's forms: passwords, codes, and what a browser's key answers."""

from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from cms.theme.forms import TextField
from cms.theme.forms.widgets import TextInput


class PasswordInput(TextInput):
    """A password is typed anew: no page ever carries one. Scripts can show it."""

    component = "cms/components/password_input.html"

    def params(self, bf: Any) -> dict[str, Any]:
        return {
            **super().params(bf),
            "value": None,
            "show_password_text": pgettext("a password", "Show"),
            "hide_password_text": pgettext("a password", "Hide"),
            "show_password_aria_label_text": gettext("Show the password"),
            "hide_password_aria_label_text": gettext("Hide the password"),
            "password_shown_announcement_text": gettext("Your password can be seen"),
            "password_hidden_announcement_text": gettext("Your password is hidden"),
        }


class PasswordField(TextField):
    """A password, taken as it was typed."""

    input_options = {"autocomplete": "current-password", "width": 20}

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=500, **options)
        self.strip = False

    def make_widget(self, options: dict[str, Any]) -> forms.Widget:
        return PasswordInput(**options)

    def keep(self, text: str) -> str:
        return text


class NewPasswordField(PasswordField):
    """A password to be set: checked against what we ask of one, for `user`."""

    input_options = {**PasswordField.input_options, "autocomplete": "new-password"}
    user: Any = None

    def clean(self, value: Any) -> str:
        password: str = get_adapter().clean_password(super().clean(value), self.user)
        return password


class CodeField(TextField):
    """A code from an authenticator app, or a recovery code."""

    input_options = {
        "autocomplete": "one-time-code",
        "inputmode": "numeric",
        "spellcheck": False,
        "width": 10,
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(missing=_("Enter the code"), max_length=40, **options)


class CredentialField(forms.JSONField):
    """What the browser answers for a passkey, put here by our script."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        said = _("Your browser sent no passkey. Try again.")
        super().__init__(
            widget=forms.HiddenInput,
            error_messages={"required": said, "invalid": said},
        )
