"""Forms of passkeys. Every key of ours is a passkey: it asks for a PIN or a finger."""

from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

from cms.theme.forms import GovukForm, TextField
from sites.entry.fields import CredentialField

NAME_HINT = _("So that you can tell your passkeys apart, for example “Work laptop”")


class AddPasskeyForm(GovukForm, webauthn.AddWebAuthnForm):
    """A new passkey and what its owner calls it."""

    own_heading = False

    name = TextField(
        label=_("Name of the passkey"), hint=NAME_HINT, max_length=80, required=False
    )
    credential = CredentialField()
    passwordless = forms.BooleanField(
        required=False, initial=True, widget=forms.HiddenInput
    )

    def clean_passwordless(self) -> bool:
        return True


class RenamePasskeyForm(GovukForm, webauthn.EditWebAuthnForm):
    """Another name for a passkey."""

    own_heading = False

    name = TextField(
        label=_("Name of the passkey"),
        hint=NAME_HINT,
        missing=_("Enter a name"),
        max_length=80,
    )


class UsePasskeyForm(GovukForm, webauthn.AuthenticateWebAuthnForm):
    """A passkey as the second step of signing in."""

    credential = CredentialField()


class ConfirmPasskeyForm(GovukForm, webauthn.ReauthenticateWebAuthnForm):
    """A passkey again, before something about the account is changed."""

    credential = CredentialField()


class SignInByPasskeyForm(GovukForm, webauthn.LoginWebAuthnForm):
    """A passkey alone: it is the password and the second factor in one."""

    credential = CredentialField()
