"""How often one may guess, and how long a session lasts (sites.entry)."""

import datetime as dt

import environ

env = environ.Env()

WATCH_APPS = ["axes"]
WATCH_MIDDLEWARE = ["sites.entry.sessions.SessionLimits"]
LOCK_OUT_BACKEND = "axes.backends.AxesStandaloneBackend"
LOCK_OUT_MIDDLEWARE = "axes.middleware.AxesMiddleware"

AXES_HANDLER = "sites.entry.attempts.Handler"
AXES_FAILURE_LIMIT = 5  # sites.entry.attempts.PER_PAIR, which Axes compares with.
AXES_COOLOFF_TIME = dt.timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "sites.entry.attempts.name_of_attempt"
AXES_CLIENT_IP_CALLABLE = "cms.client_address.network_of"
AXES_WHITELIST_CALLABLE = "sites.entry.attempts.is_uncounted"
AXES_LOCKOUT_CALLABLE = "sites.entry.attempts.locked_page"
# Trying on while locked does not lock for longer: only somebody else could want that.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # sites.entry.log keeps a log that names less.
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# A session ends when nobody used it for half an hour, and after twelve hours anyway.
SESSION_IDLE_SECONDS = env.int("SESSION_IDLE_SECONDS", default=30 * 60)
SESSION_ABSOLUTE_SECONDS = env.int("SESSION_ABSOLUTE_SECONDS", default=12 * 3600)
SESSION_COOKIE_AGE = SESSION_ABSOLUTE_SECONDS

SSO_ALLOW_HTTP = False  # Only tests speak to a sign-in service without HTTPS.
SOCIALACCOUNT_ADAPTER = "sites.entry.sso.adapter.CouncilAdapter"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {"provider_class": "sites.entry.sso.provider.CouncilSignIn"}
}
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # Ours asks more: sites.entry.sso.people.
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5
