"""Log changes of a site's look, which is edited on Wagtail's own settings screen."""

from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.log_actions import get_active_log_context

from cms.models import ThemeSettings
from sites.screens.changes import record
from sites.screens.forms import Change

LOOK = ("brand_colour", "link_colour", "button_colour", "accent_colour", "logo_id")


@receiver(pre_save, sender=ThemeSettings)
def log_look(
    sender: Any, instance: ThemeSettings, raw: bool = False, **kwargs: Any
) -> None:
    """Who changed a colour or the logo, as far as a person did it in the admin."""
    by = get_active_log_context().user
    if raw or by is None or not instance.pk:
        return
    before = ThemeSettings.objects.filter(pk=instance.pk).values(*LOOK).first() or {}
    changes = [
        Change(name, str(old or ""), str(getattr(instance, name) or ""))
        for name, old in before.items()
        if old != getattr(instance, name)
    ]
    record(site=instance.site, group="look", changes=changes, by=by)
