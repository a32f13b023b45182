"""What of cases may not be erased at somebody's request, and why."""

import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.privacy import Kept
from forms.casework.importing.models import WAITS
from forms.casework.kept import kept
from forms.casework.models import Case

HELD = _(
    "Somebody has decided that it must be kept for now, for example because of a"
    " complaint or an inquiry."
)
UNFILED = _(
    "It may be the only record of what a child asked. It stays until it is filed in the"
    " child’s own case record."
)
OPEN = _("It is still open. It can be erased once it is withdrawn or closed.")
SOON = _("It goes by itself within a day.")


def keeps_case(case: Case) -> Kept | None:
    """A hold, a child's request that nobody has filed, or a case that is open."""
    stands = kept(case)
    if stands.hold:
        return Kept(HELD)
    if stands.needs_filing and not stands.is_filed:
        return Kept(UNFILED)
    return None if case.is_closed else Kept(OPEN)


def keeps_list(uploaded: Any) -> Kept | None:
    """A list with many people in it goes whole, and soon."""
    gone: dt.datetime = uploaded.at + WAITS
    return Kept(SOON, timezone.localdate(gone))
