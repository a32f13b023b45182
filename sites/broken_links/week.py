"""What the dashboard says of links that lead nowhere."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import ngettext
from wagtail.models import Site

from cms.admin import Todo
from cms.roles import PAGE_ROLES
from sites.broken_links.missed import OFTEN, missed
from sites.broken_links.outgoing import broken


def broken_links(site: Site) -> Iterator[Todo]:
    """One line for each kind: a question each, however many there are."""
    count = broken(site).filter(is_left_out=False).count()
    if count:
        words = ngettext(
            "%(count)d link on our pages leads nowhere.",
            "%(count)d links on our pages lead nowhere.",
            count,
        )
        address = f"{reverse('broken_links')}?show=out"
        yield Todo(words % {"count": count}, address, PAGE_ROLES)
    count = missed(site).filter(is_left_out=False, times__gte=OFTEN).count()
    if count:
        words = ngettext(
            "%(count)d address was asked for often and not found.",
            "%(count)d addresses were asked for often and not found.",
            count,
        )
        address = f"{reverse('broken_links')}?show=in"
        yield Todo(words % {"count": count}, address, PAGE_ROLES)
