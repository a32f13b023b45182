"""Settings of the test suite: keys of its own, tasks at once, no hashing cost."""

from cms.settings.demo import *  # noqa: F403  (settings modules build on each other)
from cms.settings.demo import HOSTS_WITHOUT_SERVICE, STORAGES, VAR_DIR, env

DATABASES = {
    "default": env.db(
        "TEST_DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'test.sqlite3'}"
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # As in base, but nothing here has to survive a power cut.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;",
    }
HOSTS_WITHOUT_SERVICE = [*HOSTS_WITHOUT_SERVICE, "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
CACHES = {
    name: {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": name,
    }
    for name in ("default", "pages")
}
PAGE_CACHE_SECONDS = 0  # Most tests write past the signals; its own switch it on.
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
