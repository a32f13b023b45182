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

    def ready(self) -> None:
        from sites.entry import (
            requirement,  # noqa: F401  (a factor set up now counts as passed)
            sealing,  # noqa: F401  (seals secrets anew when keys are rotated)
        )
