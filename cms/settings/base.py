"""Production-safe settings; demo and test settings only differ from these.

Everything a deployment decides comes from the environment. Secrets have no default.
"""

from pathlib import Path

import environ
from csp.constants import NONCE, SELF, UNSAFE_INLINE
from django.utils.translation import gettext_lazy as _

from cms.plugins.discovery import plugin_modules
from cms.settings.attempts import *  # noqa: F403  (settings modules build on each other)
from cms.settings.attempts import LOCK_OUT_MIDDLEWARE, WATCH_APPS, WATCH_MIDDLEWARE
from cms.settings.caches import PAGE_CACHE_SECONDS, caches_in  # noqa: F401  (a setting)
from cms.settings.signing_in import *  # noqa: F403  (settings modules build on each other)
from cms.settings.signing_in import SIGN_IN_APPS, SIGN_IN_MIDDLEWARE

BASE_DIR = Path(__file__).resolve().parents[2]
env = environ.Env()

SECRET_KEY = env("SECRET_KEY", default="")
DATA_KEYS = env("DATA_KEYS", default="")
INDEX_KEY = env("INDEX_KEY", default="")
DEBUG = False
DEMO = False
# Whose host it is, is asked of the database (cms/hosts.py): a new service needs no
# restart. A list in the environment narrows it further.
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"])
HOSTS_WITHOUT_SERVICE: list[str] = []
# What a suspended service still answers: its staff's side, and the looks of its page.
OPEN_WHILE_SUSPENDED = [
    "/admin/",
    "/account/",
    "/static/",
    "/theme/",
    "/media/images/",
    *("/favicon.ico", "/robots.txt", "/language/"),
    *("/en/invitation/", "/cy/gwahoddiad/"),  # Who shall work there.
]
# New services get a host name below it: gwynedd.SERVICE_DOMAIN.
SERVICE_DOMAIN = env("SERVICE_DOMAIN", default="")
VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / "var")))

INSTALLED_APPS = [
    "sites.people",
    "cms",
    *plugin_modules(),
    "forms.journeys",
    "forms.casework",
    "sites",
    *SIGN_IN_APPS,
    *WATCH_APPS,
    "sites.staff",
    "sites.parity",
    "sites.notices",
    "sites.rights",
    "sites.alerts",
    "sites.finding",
    "sites.menus",
    "sites.drafts",
    "sites.upkeep",
    "sites.broken_links",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "django_tasks",
    "django_tasks_db",
    "django_recaptcha",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
]

MIDDLEWARE = [
    "cms.hosts.HostGate",  # Before anything that repeats the name of the host.
    "cms.page_cache.middleware.PageCache",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cms.language.middleware.LanguageMiddleware",
    "cms.language.hidden.HiddenWelsh",
    "cms.suspension.SuspensionGate",
    "sites.broken_links.noticing.NoticeMissed",  # Outside of what adds the last slash.
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    *WATCH_MIDDLEWARE,
    *SIGN_IN_MIDDLEWARE,
    "cms.plugins.gates.PluginUrlGate",
    "cms.admin.guard.ObjectGuard",
    "sites.staff.middleware.OwnPlaces",
    "sites.parity.middleware.ParityGate",
    "cms.moved.MovedPages",
    LOCK_OUT_MIDDLEWARE,
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
CSRF_FAILURE_VIEW = "cms.errors.csrf_failure"

AUTH_USER_MODEL = "people.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cms.theme.context.page_furniture",
                "sites.entry.context.language_switch",
            ],
        },
    }
]

DATABASES = {
    "default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}")
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Many processes write at once: DEFERRED transactions fail on locks, IMMEDIATE wait.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            " PRAGMA secure_delete=ON;"
        ),
    }

CACHES = caches_in(VAR_DIR)

WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "wagtail.search.backends.database",
        "SEARCH_CONFIG": "simple",  # PostgreSQL has no Welsh; English would cut it up.
    }
}

TASKS = {
    "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []},
}

# Languages: English and Welsh, both always with their prefix.
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", _("English")), ("cy", _("Welsh"))]
FORMAT_MODULE_PATH = ["cms.language.formats"]
_PACKAGED_CATALOGUES = BASE_DIR / "cms" / "catalogues"
LOCALE_PATHS = [
    path
    for root in (BASE_DIR / "locale", _PACKAGED_CATALOGUES)
    for path in (root, root / "overlay")
    if path.is_dir()
]
USE_TZ = True
TIME_ZONE = "Europe/London"
WAGTAIL_ALLOW_UNICODE_SLUGS = False  # ŵ becomes w (cms/language/slugs.py).
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# Off; docs/translating.md says what it takes.
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = env.json("MACHINE_TRANSLATOR", default=None)

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
_PACKAGED_THEME = BASE_DIR / "cms" / "built_theme"
STATICFILES_DIRS = [
    _PACKAGED_THEME if _PACKAGED_THEME.is_dir() else BASE_DIR / "build" / "theme"
]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

vars().update(env.email("EMAIL_URL", default="smtp://localhost:25"))
EMAIL_TIMEOUT = 30  # Seconds a step; the lease of a mail being sent is longer.
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="noreply@localhost")

SILENCED_SYSTEM_CHECKS = [
    "security.W019",  # X_FRAME_OPTIONS: Wagtail's preview is a frame of its own origin.
    # Sites choose their own reCAPTCHA keys; the package's test keys are never used.
    "django_recaptcha.recaptcha_test_key_error",
]

# To the standard error output, where whoever runs the servers collects it. Django's own
# would mail an error to ADMINS with all that somebody had entered, and else be silent.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "places": {
            "()": "cms.error_reports.PlaceFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "places"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO"},
        "django.request": {"level": "ERROR"},  # What a person cannot find is no fault.
    },
}
DEFAULT_EXCEPTION_REPORTER = "cms.error_reports.PlaceReport"

WAGTAIL_SITE_NAME = "Independent Visitors"
WAGTAILADMIN_BASE_URL = env("ADMIN_BASE_URL", default="http://localhost:8000")
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_WORKFLOW_ENABLED = True
# A typed address stays one: Wagtail would look for it in every service's pages.
WAGTAILADMIN_EXTERNAL_LINK_CONVERSION = "never"
WAGTAILDOCS_EXTENSIONS = [
    *("csv", "docx", "odt", "pdf", "rtf", "txt", "xlsx"),
    *("m4a", "mp3"),  # Recordings for the forms for children: cms.sound_files.
]
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_AGE = None  # Ends with the visit: a child may share the device.
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail's preview is a frame of the same origin.
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
READ_LOG_MONTHS = env.int("READ_LOG_MONTHS", default=24)  # Never fewer than seven.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=1)  # Heeded behind a proxy alone.

CHECK_LINKS = env.bool("CHECK_LINKS", default=True)  # Those to other websites.

RECAPTCHA_DEADLINE = 2  # Seconds: whoever sends waits no longer for Google.
RECAPTCHA_VERIFY_REQUEST_TIMEOUT = 2  # Seconds a step of the connection.
RECAPTCHA_LEAST_SCORE = 0.5  # Of version 3, from 0 (a machine) to 1 (a person).
RECAPTCHA_HOSTS = ["https://www.google.com", "https://www.gstatic.com"]
VIDEO_PLAYERS = ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/admin/"],
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "frame-src": [SELF, *VIDEO_PLAYERS],
        "frame-ancestors": [SELF],
        "form-action": [SELF],
        "base-uri": [SELF],
        "object-src": ["'none'"],
    },
}
ADMIN_CONTENT_SECURITY_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-ancestors": [SELF],
    "object-src": ["'none'"],
}
PERMISSIONS_POLICY = {
    "camera": [],
    "geolocation": [],
    "microphone": [],
    "payment": [],
    "usb": [],
}
