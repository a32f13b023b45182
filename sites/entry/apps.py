"""Sign-in of staff: allauth's flows in our own pages, words and mails.

allauth brings the views, the sessions' records and the checks of codes and passkeys.
Ours are the addresses (`urls.py` names every screen that is open), forms, templates,
words, mails, and who must have a second factor (`requirement.py`).
"""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EntryConfig(AppConfig):
    name = "sites.entry"
    label = "entry"
    verbose_name = _("Signing in")
    host_not_on_pages = ("*",)
    host_personal_data = ("personal.EVERYTHING",)
    host_jobs = (
        "jobs.forget_attempts_and_sessions",
        "jobs.forget_old_sign_ins",
    )

    def ready(self) -> None:
        from sites.entry import (
            admin_hooks,  # noqa: F401  (registers screens and menus)
            attempts,  # noqa: F401  (knows the browsers of those who sign in)
            log,  # noqa: F401  (writes down who signs in)
            requirement,  # noqa: F401  (a factor set up now counts as passed)
            sealing,  # noqa: F401  (seals secrets anew when keys are rotated)
            services,  # noqa: F401  (tells the old address of a new one)
            sessions,  # noqa: F401  (begins the time of a session)
        )
