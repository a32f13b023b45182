"""What is written in both languages, for the service's list of what is not."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from acme_fostering.models import FosteringFactsPage
from cms.language import Pair
from cms.visibility import visible_in_any_language


def allowances(site: Site) -> Iterator[Pair]:
    """What carers are paid, as the facts say it in either language."""
    pages = FosteringFactsPage.objects.filter(
        pk__in=visible_in_any_language(site).values("pk")
    )
    said: dict[object, dict[str, FosteringFactsPage]] = {}
    for page in pages.select_related("locale").order_by("path"):
        said.setdefault(page.translation_key, {})[page.locale.language_code] = page
    for family in said.values():
        known = family.get("en") or family["cy"]
        yield Pair(
            kind=_("Allowance"),
            name=known.title,
            en=family["en"].allowance if "en" in family else "",
            cy=family["cy"].allowance if "cy" in family else "",
            url=reverse("wagtailadmin_pages:edit", args=[known.pk]),
        )
