"""Lists that somebody keeps for themselves: a name, and the filters behind it."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.models import SiteOwned
from cms.privacy import EncryptedModel, EncryptedTextField
from cms.roles import CASEWORK_ROLES

MOST = 20


class SavedFilter(EncryptedModel, SiteOwned):
    """A list of one person at one service, in one inbox.

    `asked` is the query behind it: keys of filters, nothing of anybody. The name is in
    their own words, and so sealed.
    """

    staff_roles: ClassVar[frozenset[str]] = CASEWORK_ROLES

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    kind = models.CharField(max_length=50)
    name = EncryptedTextField()
    asked = models.CharField(max_length=300)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("kept list")
        verbose_name_plural = _("kept lists")
        indexes = [
            models.Index(fields=["site", "user", "kind"], name="lists_of_a_person")
        ]


class TooManyFilters(Exception):
    """Somebody keeps as many lists as one may."""


def filters_of(*, site: Site, user: Any, kind: str) -> list[SavedFilter]:
    """The lists that a person keeps in an inbox, the oldest first."""
    kept = SavedFilter.objects.filter(site=site, user=user, kind=kind)
    return list(kept[:MOST])


@transaction.atomic
def keep_filter(
    *, site: Site, user: Any, kind: str, name: str, asked: str
) -> SavedFilter:
    """Keep a list under a name; one of that name shows the new filters from now on."""
    # The person's row is the lock: a double click keeps one list.
    get_user_model().objects.select_for_update().get(pk=user.pk)
    kept = filters_of(site=site, user=user, kind=kind)
    same = [row for row in kept if row.name.casefold() == name.casefold()]
    if not same and len(kept) >= MOST:
        raise TooManyFilters
    row = same[0] if same else SavedFilter(site=site, user=user, kind=kind)
    row.name, row.asked = name, asked
    row.save()
    return row
