"""Forms about passwords: allauth's checks, our fields and our words."""

from typing import Any

from allauth.account import forms as allauth
from django.utils.translation import gettext_lazy as _

from cms.theme.forms import EmailField, GovukForm
from sites.entry.fields import NewPasswordField, PasswordField
from sites.people.models import User

ADVICE = _(
    "At least 12 characters. Three words that have nothing to do with each other are"
    " easy to remember and hard to guess."
)
MISSING_PASSWORD = _("Enter your password")


class SignInForm(GovukForm, allauth.LoginForm):
    """E-mail address and password."""

    own_heading = False

    password = PasswordField(label=_("Password"), missing=MISSING_PASSWORD)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # allauth puts its own field there once it knows the way of signing in.
        login = EmailField(
            label=_("Email address"),
            missing=_("Enter your email address"),
        )
        self.fields = {"login": login, "password": self.fields["password"]}


class AskForLinkForm(GovukForm, allauth.ResetPasswordForm):
    """The address to which a link for a new password goes, if we know it."""

    own_heading = False

    email = EmailField(label=_("Email address"), missing=_("Enter your email address"))

    def clean_email(self) -> str:
        """Whom it belongs to; an address we do not know is answered alike."""
        email: str = self.cleaned_data["email"]
        self.users = list(User.objects.filter(email__iexact=email, is_active=True))
        return email


class NewPasswordForm(GovukForm, allauth.ResetPasswordKeyForm):
    """A new password, by the link in the mail; shown on request, so asked once."""

    own_heading = False

    password1 = NewPasswordField(
        label=_("New password"), hint=ADVICE, missing=_("Enter a new password")
    )
    password2 = None


class SetPasswordForm(GovukForm, allauth.SetPasswordForm):
    """A first password of somebody who has signed in without one."""

    own_heading = False

    password1 = NewPasswordField(
        label=_("New password"), hint=ADVICE, missing=_("Enter a new password")
    )
    password2 = None


class ChangePasswordForm(GovukForm, allauth.ChangePasswordForm):
    """The old password and the new one."""

    oldpassword = PasswordField(
        label=_("Current password"), missing=_("Enter your current password")
    )
    password1 = NewPasswordField(
        label=_("New password"), hint=ADVICE, missing=_("Enter a new password")
    )
    password2 = None


class ConfirmPasswordForm(GovukForm, allauth.ReauthenticateForm):
    """The password again, before something about the account is changed."""

    own_heading = False

    password = PasswordField(label=_("Password"), missing=MISSING_PASSWORD)
