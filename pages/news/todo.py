"""What of the news is to be done this week."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.models import Site

from cms.admin import Todo
from cms.models import Offer
from cms.offers import offers_of
from cms.roles import OFFER_ROLES, PUBLISH_ROLES
from cms.visibility import published_in_any_language
from pages.news.models import NewsPage

FORTNIGHT = dt.timedelta(days=14)


def declined(site: Site) -> Iterator[Todo]:
    """What the hub said no to in the last fortnight: it may be offered anew."""
    since = timezone.now() - FORTNIGHT
    no = offers_of(site).filter(state=Offer.State.DECLINED, decided_at__gt=since)
    count = no.count()
    if count:
        words = ngettext(
            "The hub declined %(count)d offer of yours. Read why.",
            "The hub declined %(count)d offers of yours. Read why.",
            count,
        )
        panel = f"{reverse('wagtailadmin_home')}#our-offers"
        yield Todo(words % {"count": count}, panel, OFFER_ROLES)


def expiring(site: Site) -> Iterator[Todo]:
    """News that goes within a fortnight, unless somebody gives it more time."""
    soon = timezone.now() + FORTNIGHT
    pages: Any = published_in_any_language(site).filter(expire_at__lte=soon)
    rows = list(pages.type(NewsPage).values_list("translation_key", "pk"))
    count = len(dict(rows))
    if count:
        words = ngettext(
            "%(count)d item of news expires within two weeks.",
            "%(count)d items of news expire within two weeks.",
            count,
        )
        edit = reverse("wagtailadmin_pages:edit", args=[rows[0][1]])
        yield Todo(words % {"count": count}, edit, PUBLISH_ROLES)
