"""Whose data signing in leaves: the staff's; screens of their own show it."""

from django.utils.translation import gettext_lazy as _

from cms.privacy import PersonalData

SIGN_INS = PersonalData(
    model="entry.SignIn",
    title=_("Sign-in"),
    fields={},
    left_out={
        "user": "The log of sign-ins shows it by person; kept whole for twelve months.",
        "address": "Cut short, so that it leads to no household.",
    },
)
SESSIONS = PersonalData(
    model="entry.OpenSession",
    title=_("Browser in which somebody is signed in"),
    fields={},
    left_out={
        "user": "Their own page of open sessions shows it, and ends it.",
        "address": "Cut short, so that it leads to no household.",
    },
)
PROVIDERS = PersonalData(
    model="entry.IdentityProvider",
    title=_("A council’s own sign-in"),
    fields={},
    left_out={"client_secret": "A secret between two servers, about nobody."},
)
EVERYTHING = [SIGN_INS, SESSIONS, PROVIDERS]
