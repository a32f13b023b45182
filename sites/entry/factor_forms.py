"""Forms of the second factor: codes of an app, recovery codes."""

from allauth.core import context as current
from allauth.mfa.base import forms as base
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import forms as recovery
from allauth.mfa.totp import forms as totp
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.theme.forms import GovukForm
from sites.entry import attempts_at_codes as attempts
from sites.entry.fields import CodeField
from sites.entry.log import note_wrong_code


class CodeCheck(GovukForm, base.BaseAuthenticateForm):
    """A code counts once, and only so many wrong ones are taken."""

    own_heading = False

    code = CodeField(label=_("Code"))

    def clean_code(self) -> str:
        attempts.count(self.user)
        try:
            code: str = super().clean_code()
        except ValidationError:
            note_wrong_code(current.request, self.user)
            raise
        if self.authenticator.type == Authenticator.Type.TOTP:
            attempts.use_once(self.user, code)
        attempts.forget(self.user)
        return code


class CodeForm(CodeCheck, base.AuthenticateForm):
    """The second step of signing in."""


class ConfirmCodeForm(CodeCheck, base.ReauthenticateForm):
    """A code again, before something about the account is changed."""


class ActivateAppForm(GovukForm, totp.ActivateTOTPForm):
    """The first code of an authenticator app shows that it is set up."""

    own_heading = False

    code = CodeField(label=_("Code that the app shows"))


class RemoveAppForm(GovukForm, totp.DeactivateTOTPForm):
    """No question: the button is the answer."""


class NewCodesForm(GovukForm, recovery.GenerateRecoveryCodesForm):
    """No question: the button is the answer."""
