"""Who comes in, and how: e-mail and password, then a second factor (sites.entry)."""

# Not `allauth` itself: its templates and catalogues stay out, so that a screen of
# theirs without a template of ours breaks a test instead of showing in English.
SIGN_IN_APPS = [
    "sites.entry",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]
SIGN_IN_MIDDLEWARE = [
    "allauth.account.middleware.AccountMiddleware",
    "sites.entry.middleware.StaffLanguage",
    "sites.entry.middleware.AccountPages",
    "sites.entry.middleware.SecondFactor",
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "sites.entry.backends.EmailBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation."
        "UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["first_name", "last_name", "email"]},
    },
]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"

# Whoever can see submissions needs a second factor to reach the admin.
SECOND_FACTOR_REQUIRED = True

ACCOUNT_ADAPTER = "sites.entry.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # Sign-up is closed; allauth checks.
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # An invitation is the proof of an address.
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # Nobody makes us write to strangers.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = (
    "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105  (a class)
)
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_FORMS = {
    "login": "sites.entry.forms.SignInForm",
    "change_password": "sites.entry.forms.ChangePasswordForm",
    "set_password": "sites.entry.forms.SetPasswordForm",
    "reset_password": "sites.entry.forms.AskForLinkForm",
    "reset_password_from_key": "sites.entry.forms.NewPasswordForm",
    "reauthenticate": "sites.entry.forms.ConfirmPasswordForm",
}
# By address of the network, never by name: what counts attempts against a name can be
# used to keep that person out.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "20/m/ip",
    "reset_password": "20/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
}

MFA_ADAPTER = "sites.entry.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1  # A code counts half a minute longer: people type slowly.
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
MFA_FORMS = {
    "authenticate": "sites.entry.factor_forms.CodeForm",
    "reauthenticate": "sites.entry.factor_forms.ConfirmCodeForm",
    "authenticate_webauthn": "sites.entry.passkey_forms.UsePasskeyForm",
    "reauthenticate_webauthn": "sites.entry.passkey_forms.ConfirmPasskeyForm",
    "login_webauthn": "sites.entry.passkey_forms.SignInByPasskeyForm",
    "add_webauthn": "sites.entry.passkey_forms.AddPasskeyForm",
    "edit_webauthn": "sites.entry.passkey_forms.RenamePasskeyForm",
    "activate_totp": "sites.entry.factor_forms.ActivateAppForm",
    "deactivate_totp": "sites.entry.factor_forms.RemoveAppForm",
    "generate_recovery_codes": "sites.entry.factor_forms.NewCodesForm",
}

# Wagtail's own ways of changing a password or the address one signs in with are shut:
# ours ask who it is again, and tell the person by mail.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
# Nor does whoever runs the installation know, or choose, anybody's password.
WAGTAILUSERS_PASSWORD_ENABLED = False
