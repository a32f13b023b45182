"""The demo's settings as production has them: a proxy in front, mail by SMTP."""

import os

from cms.settings.demo import *  # noqa: F403  (settings modules build on each other)

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = "127.0.0.1"
EMAIL_PORT = int(os.environ["BENCH_SMTP_PORT"])
# Each applicant comes from an address of their own: they are counted by it.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
