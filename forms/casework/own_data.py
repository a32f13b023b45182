"""From a case to its person's request about their own data."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.models import Site

from forms.casework.models import Case
from sites.rights.prefill import register_known


@register_known
def known_of_case(site: Site, reference: str) -> dict[str, Any] | None:
    """Who the case is about, as far as it says."""
    case = Case.objects.filter(site=site, reference=reference).first()
    if case is None:
        return None
    return {
        "name": case.display_name,
        "email": case.email,
        "phone": case.phone,
        "language": case.language,
        "references": case.reference,
    }


def link_of_own_data(case: Case) -> tuple[str, Any]:
    """Address and words; the address says no more than the case's number."""
    address = f"{reverse('rights_new')}?{urlencode({'record': case.reference})}"
    return address, _("This person asks about their own data")
