"""What the application's screens ask of the register."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.models import Site

from cms.language.choice import shown_language
from cms.mail import site_url
from forms.casework.models import Case
from forms.journeys.declaring import NOTHING_SENT
from sites.models import Authority, Service


def what_part_two_needs(site: Site, reference: str) -> Mapping[str, Any] | None:
    """What the applicant answered, by which questions are judged; never shown.

    Who they are as their case has it now, so that they are not their own referee. None
    where the application is gone. Whoever only rang has not sent the first part.
    """
    case = (
        Case.objects.select_related("application")
        .filter(site=site, kind="applications", reference=reference)
        .first()
    )
    if case is None:
        return None
    if not hasattr(case, "application"):
        return None if case.is_closed else {NOTHING_SENT: True}
    known = {"name": case.display_name, "email": case.email, "phone": case.phone}
    return {**case.application.answers, **known}


@dataclass(frozen=True)
class Neighbour:
    """Another authority, where the same person is independent."""

    authority: Authority
    url: str
    is_on_platform: bool


def neighbouring_services(
    authority: Authority | None, language: str
) -> list[Neighbour]:
    """Services of the same region: those with a site here first, then the others'."""
    if authority is None:
        return []
    near = Authority.objects.current().filter(region=authority.region)
    around = near.exclude(pk=authority.pk)
    here = {
        service.authority_id: service.site
        for service in Service.objects.filter(authority__in=around).select_related(
            "site__profile"
        )
    }
    found = [
        Neighbour(
            authority=other,
            url=_home_url(here[other.pk], language)
            if other.pk in here
            else other.website_url,
            is_on_platform=other.pk in here,
        )
        for other in around.in_order(language)
    ]
    return sorted(found, key=lambda neighbour: not neighbour.is_on_platform)


def _home_url(site: Site, language: str) -> str:
    return site_url(site, f"/{shown_language(site, language)}/")
