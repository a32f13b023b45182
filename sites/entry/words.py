"""What allauth says when it refuses, in words that are ours in both languages."""

from django.utils.translation import gettext_lazy as _

ACCOUNT_REFUSALS = {
    "account_inactive": _("This account is closed."),
    "email_password_mismatch": _(
        "The email address and the password do not match. Check both and try again."
    ),
    "enter_current_password": _("This is not your current password"),
    "incorrect_code": _("This code is not right, or it has run out. Try a new one."),
    "incorrect_password": _("This is not your password"),
    "invalid_login": _("The email address and the password do not match."),
    "invalid_password_reset": _("This link has run out or has been used."),
    "rate_limited": _("Too many attempts. Wait a few minutes and try again."),
    "too_many_login_attempts": _(
        "Too many attempts. Wait a few minutes and try again."
    ),
}
FACTOR_REFUSALS = {
    "cannot_delete_authenticator": _(
        "You need at least one second factor for your work. Add another one before you"
        " remove this one."
    ),
    "cannot_generate_recovery_codes": _(
        "Set up an authenticator app or a passkey first."
    ),
    "incorrect_code": _("This code is not right, or it has run out. Try a new one."),
}
ONLY_BY_COUNCIL = _(
    "Your council wants you to sign in with your council account: use its button at"
    " your own service."
)
OUTGROWN = _(
    "You work for another service too now: sign in with your own password, not your"
    " council’s."
)
CONFIRMING = {
    "reauthenticate": _("Use your password"),
    "mfa_reauthenticate": _("Use a code"),
    "mfa_reauthenticate:webauthn": _("Use a passkey"),
}
NEW_ADDRESS = _("The e-mail address with which you sign in was changed")
# What allauth tells a person by mail, by the name of its own template.
NOTICES = {
    "account/email/password_changed": _("Your password was changed"),
    "account/email/password_set": _("Your password was set"),
    "account/email/password_reset": _("Your password was changed by a link in a mail"),
    "mfa/email/totp_activated": _("An authenticator app was added"),
    "mfa/email/totp_deactivated": _("The authenticator app was removed"),
    "mfa/email/webauthn_added": _("A passkey was added"),
    "mfa/email/webauthn_removed": _("A passkey was removed"),
    "mfa/email/recovery_codes_generated": _("New recovery codes were made"),
    "entry/factors_forgotten": _(
        "Your second factors were taken away, so that you can set up new ones"
    ),
}
