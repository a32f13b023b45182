"""What the screen of what is kept says of itself, once a week."""

import datetime as dt

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from cms.mail import OutboundEmail, queue_mail, site_url
from cms.retention import Stay, judge
from cms.roles import Role
from cms.schedule import job
from sites.cover import caseworkers, present
from sites.models import Service

WEEK = dt.timedelta(days=7)
TEMPLATE = "authorities/not_filed"


@job(every=WEEK)
def tell_what_is_not_filed() -> None:
    """Tell each service's managers while records are past their day and not filed."""
    for site in Site.objects.filter(
        service__isnull=False, profile__suspended_at__isnull=True
    ):
        tell_managers(site)


@transaction.atomic
def tell_managers(site: Site) -> None:
    """One mail a week to each, with a number and no reference."""
    today = timezone.localdate()
    count = sum(
        each.stays is Stay.UNFILED and each.is_past(today) for each in judge(site)
    )
    since = timezone.now() - WEEK + dt.timedelta(hours=12)
    told = OutboundEmail.objects.filter(site=site, template=TEMPLATE)
    if not count or told.filter(created_at__gt=since).exists():
        return
    for address, language in _managers(site):
        queue_mail(
            site=site,
            to=address,
            template=TEMPLATE,
            language=language,
            context={"count": count, "url": site_url(site, reverse("keeping"))},
        )


def _managers(site: Site) -> list[tuple[str, str]]:
    """Whoever manages it, or stands in for them; the service's own address for none."""
    people = present(caseworkers(site, {Role.MANAGER.value}), site)
    found = [(person.email, person.preferred_language) for person in people]
    service = Service.of(site)
    if not found and service and service.email:
        return [(service.email, service.language_for_anyone())]
    return found
