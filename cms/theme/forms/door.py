"""The form at the door of a private page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.forms import PasswordViewRestrictionForm

from cms.theme.forms.base import GovukForm
from cms.theme.forms.texts import TextField
from cms.theme.forms.widgets import TextInput


class SecretInput(TextInput):
    """An input that shows dots, and after an error not even those."""

    def params(self, bf: Any) -> dict[str, Any]:
        return {**super().params(bf), "value": None}


class SecretField(TextField):
    """A password, compared as it was typed."""

    def make_widget(self, options: dict[str, Any]) -> forms.Widget:
        return SecretInput(type="password", autocomplete="current-password", **options)

    def keep(self, text: str) -> str:
        return text


class DoorForm(PasswordViewRestrictionForm, GovukForm):
    """Wagtail's form of a page's password, with its error beside it and at the top.

    The password and its wording of a wrong one are Wagtail's.
    """

    own_heading = False
    password = SecretField(label=_("Password"), missing=_("Enter the password"))

    @classmethod
    def of(cls, form: PasswordViewRestrictionForm) -> "DoorForm":
        """This form in the state of Wagtail's."""
        wagtails: dict[str, Any] = {
            "initial": form.initial,
            "instance": form.restriction,
        }
        return cls(form.data if form.is_bound else None, **wagtails)
