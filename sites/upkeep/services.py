"""What is decided about a page's care, and written into its history."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, Site

from cms.retention import months_after
from sites.upkeep.looking import looked_after_as
from sites.upkeep.models import PageCare


@transaction.atomic
def look_after(
    *,
    page: Page,
    site: Site,
    owner: Any,
    every_months: int | None,
    review_on: dt.date | None,
    by: Any,
) -> PageCare:
    """Say whose the page is and when it is read again.

    Where no day is given, it is so many months from today.
    """
    if review_on is None and every_months:
        review_on = months_after(timezone.localdate(), every_months)
    care, _made = PageCare.objects.update_or_create(
        site=site,
        translation_key=page.translation_key,
        defaults={
            "owner": owner,
            "every_months": every_months,
            "review_on": review_on,
        },
    )
    log(instance=page, action="upkeep.planned", user=by)
    return care


@transaction.atomic
def say_it_is_right(*, page: Page, site: Site, by: Any) -> PageCare:
    """Somebody has read the page in both languages, and it is still right.

    It is read again after its usual time; where none was said, not before somebody
    says so.
    """
    told = looked_after_as(page, site)
    care = told.care or PageCare(site=site, translation_key=page.translation_key)
    care.every_months = told.months
    care.reviewed_at, care.reviewed_by = timezone.now(), by
    today = timezone.localdate()
    care.review_on = months_after(today, told.months) if told.months else None
    care.save()
    log(instance=page, action="upkeep.reviewed", user=by)
    return care
