"""Save settings, and log what changed: who, when, from what to what."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.models import Site

from sites.models import Service, SettingChange
from sites.provisioning.approving import settle_approval
from sites.renaming import Renaming, rename
from sites.screens.forms import Change, SettingsForm

_NAMES = ("name_en", "name_cy")


@transaction.atomic
def save_settings(*, form: SettingsForm, group: str, by: Any) -> list[Change]:
    """Write what changed in a valid form, and log it; two people may save at once.

    Only what a person changed is written: another page of settings, or another field,
    saved meanwhile by somebody else keeps its value. A new name goes wherever the old
    one stands: homes, page tree, collection.
    """
    changes = form.changes()
    locked = Service.objects.select_for_update().get(pk=form.service.pk)
    form.keep(locked)
    named = [change.field for change in changes if change.field in _NAMES]
    if named:
        names = {name: getattr(locked, name) for name in named}
        rename(Renaming(site=locked.site, **names), by=by)
    locked.save()
    if any(change.field == "manager_approves" for change in changes):
        settle_approval(locked.site, manager_approves=locked.manager_approves)
    record(site=locked.site, group=group, changes=changes, by=by)
    return changes


def record(*, site: Site, group: str, changes: Iterable[Change], by: Any) -> None:
    """Log changes of settings."""
    SettingChange.objects.bulk_create(
        SettingChange(
            site=site,
            group=group,
            field=change.field,
            old=change.old,
            new=change.new,
            is_secret=change.is_secret,
            by=by,
        )
        for change in changes
    )
