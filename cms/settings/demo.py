"""The embedded demo: SQLite and secrets of its own in var/, no services, no network."""

from cms.settings import secrets
from cms.settings.base import *  # noqa: F403  (settings modules build on each other)
from cms.settings.base import (
    INSTALLED_APPS,
    MIDDLEWARE,
    OPEN_WHILE_SUSPENDED,
    VAR_DIR,
    env,
)

_made = secrets.load_or_make(VAR_DIR)
SECRET_KEY = env("SECRET_KEY", default=_made["SECRET_KEY"])
DATA_KEYS = env("DATA_KEYS", default=_made["DATA_KEYS"])
INDEX_KEY = env("INDEX_KEY", default=_made["INDEX_KEY"])

DEMO = True
CHECK_LINKS = env.bool("CHECK_LINKS", default=False)  # It needs no network.
SERVICE_DOMAIN = "localhost"
HOSTS_WITHOUT_SERVICE = ["localhost", "127.0.0.1", "[::1]"]  # The front door.
INSTALLED_APPS = [*INSTALLED_APPS, "sites.demo"]
OPEN_WHILE_SUSPENDED = [*OPEN_WHILE_SUSPENDED, "/en/demo/", "/cy/demo/"]
SERVE_GREETING = "sites.demo.greeting.greet"
MIDDLEWARE = [*MIDDLEWARE, "sites.demo.middleware.FrontDoor"]
DEFAULT_FROM_EMAIL = "noreply@iv.example"
EMAIL_BACKEND = "sites.demo.mailbox.EmlBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"

# Whoever looks around for an afternoon is not sent back to the front door.
SESSION_IDLE_SECONDS = 12 * 3600
SESSION_ABSOLUTE_SECONDS = SESSION_COOKIE_AGE = 7 * 24 * 3600
SECOND_FACTOR_REQUIRED = False  # One click signs in; docs/operations/signing-in.md.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # Passkeys without HTTPS, on localhost.

SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
