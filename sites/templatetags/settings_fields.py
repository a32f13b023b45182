"""How a setting is drawn in the admin: {% load settings_fields %}."""

from django import forms, template
from django.forms import BoundField
from django.utils.safestring import SafeString

from sites.models import Service

register = template.Library()


@register.filter
def is_group(field: BoundField) -> bool:
    """Whether it is drawn as several choices under one legend."""
    return isinstance(field.field.widget, forms.RadioSelect)


@register.filter
def is_tick(field: BoundField) -> bool:
    """Whether it is one box to tick, with its words after it."""
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def welsh(field: BoundField) -> bool:
    """Whether something in Welsh is written there."""
    return field.name.endswith("_cy")


@register.filter
def needed(field: BoundField) -> bool:
    """Whether the forms stay closed without it."""
    return field.name in Service.REQUIRED_TO_OPEN


@register.filter
def described(field: BoundField) -> SafeString:
    """The box itself, tied to its help and to what is wrong with it."""
    parts = []
    if field.help_text:
        parts.append(f"{field.auto_id}-help")
    attributes: dict[str, str | bool] = {}
    if field.errors:
        parts.append(f"{field.auto_id}-error")
        attributes["aria-invalid"] = "true"
    if parts:
        attributes["aria-describedby"] = " ".join(parts)
    if field.name.endswith(("_en", "_cy")):
        attributes["lang"] = field.name[-2:]
    return field.as_widget(attrs=attributes)
