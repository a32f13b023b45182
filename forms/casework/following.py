"""Let whoever sent something see where it stands: by a signed link to their address.

The link is the case's own key and our mark on it, not a row. It works for a week, on
any device, and no longer once the address it went to is corrected. A young person's
case is not followed: who else reads their mail is not ours to know.
"""

import re
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Site

from forms.casework.models import Case
from forms.casework.references import check_reference
from forms.casework.telephone import dialled

LINK_LIFE = timedelta(days=7)
_TOKEN = re.compile(r"([0-9a-f]{32})([0-9a-f]{8})([0-9a-f]{32})")


def link_token(case: Case, *, at: datetime | None = None) -> str:
    """The token that opens the case to its person for LINK_LIFE from `at`, or now."""
    made = f"{int((at or timezone.now()).timestamp()):08x}"
    return case.row_key.hex + made + _mark(case, made)


def find_followed(*, site: Site, kind: str, token: str) -> Case | None:
    """The case that the token opens; None where it opens none, or none any more."""
    parts = _TOKEN.fullmatch(token)
    if parts is None:
        return None
    key, made, mark = parts.groups()
    case = _followed(site, kind).filter(row_key=key).first()
    if case is None or not constant_time_compare(mark, _mark(case, made)):
        return None
    too_old = int(made, 16) + LINK_LIFE.total_seconds() < timezone.now().timestamp()
    return None if too_old else case


@sensitive_variables()
def find_sent(*, site: Site, kind: str, reference: str, contact: str) -> Case | None:
    """The case with this reference, if `contact` is how its person is reached.

    That is their address; their telephone number counts where they gave no address.
    """
    written = check_reference(reference)
    case = _followed(site, kind).filter(reference=written).first() if written else None
    if case is None:
        return None
    known, given = (
        (case.email.strip().casefold(), contact.strip().casefold())
        if case.email
        else (dialled(case.phone), dialled(contact))
    )
    same = constant_time_compare(known, given)
    return case if known and same else None


def _followed(site: Site, kind: str) -> QuerySet[Case]:
    return Case.objects.filter(site=site, kind=kind, from_young=False)


@sensitive_variables()
def _mark(case: Case, made: str) -> str:
    about = f"{case.site_id}.{case.kind}.{case.row_key.hex}.{made}.{case.email}"
    mark = salted_hmac("casework.following", about, algorithm="sha256").hexdigest()
    return mark[:32]
