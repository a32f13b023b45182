"""The WSGI application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")
application = get_wsgi_application()

from cms.plugins.checks import require_sound_plugins  # noqa: E402  (Django first)
from cms.privacy import require_keys  # noqa: E402  (the same)

# Servers start without the system checks: this is what stops one that has no keys, or
# a plugin that breaks the contract.
require_keys()
require_sound_plugins()
