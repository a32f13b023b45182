"""The WSGI application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")
application = get_wsgi_application()

from cms.privacy import require_keys  # noqa: E402  (Django must be set up first)

# Servers start without the system checks: this is what stops one that has no keys.
require_keys()
