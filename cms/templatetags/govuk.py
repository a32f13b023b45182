"""What the component templates need beyond Django's own tags."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()
Params = Mapping[str, Any]


@register.filter
def attributes(values: Params | None) -> SafeString | str:
    """Further HTML attributes, each with a space before it."""
    return flatatt(dict(values)) if values else ""


@register.simple_tag
def describedby(
    target: str,
    described_by: str | None = None,
    hint: Params | None = None,
    error_message: Params | None = None,
) -> str:
    """The ids of whatever describes an input: what came first, its hint, its error."""
    ids = [
        described_by,
        f"{target}-hint" if hint else "",
        f"{target}-error" if error_message else "",
    ]
    return " ".join(part for part in ids if part)


@register.simple_tag
def joined(*parts: object) -> str:
    """Parts in one string; empty where the last of them is empty."""
    return "".join(str(part) for part in parts) if parts[-1] else ""


@register.simple_tag
def numbered(prefix: str, number: int, own: str | None = None) -> str:
    """The id of the item at `number`: the first has no number, for error links."""
    return own or (prefix if number == 1 else f"{prefix}-{number}")


@register.simple_tag
def counted(text: str, count: int | None) -> str:
    """`text` with its count filled in, as the component's script does it."""
    return str(text).replace("%{count}", str(count))


@register.filter
def spoken(messages: Params | str | None, key: str) -> SafeString | str:
    """The data-i18n attributes of a component's message, one for each plural."""
    if not messages:
        return ""
    if not isinstance(messages, Mapping):
        return format_html_join("", ' data-i18n.{}="{}"', [(key, messages)])
    rows = [(key, plural, text) for plural, text in messages.items()]
    return format_html_join("", ' data-i18n.{}.{}="{}"', rows)


@register.simple_block_tag
def in_fieldset(
    content: str,
    fieldset: Params | None,
    described_by: str = "",
    role: str = "",
) -> str:
    """Wrap the content in a fieldset where one is asked for."""
    if not fieldset:
        return content
    context = {**fieldset, "described_by": described_by, "role": role, "html": content}
    return render_to_string("cms/components/fieldset.html", context)


@register.simple_tag
def is_chosen(item: Params, chosen: Any = None) -> bool:
    """Whether an item is chosen: it says so itself, or it is among the values."""
    own = item.get("checked", item.get("selected"))
    if own is not None or not chosen:
        return bool(own)
    value = item.get("value", item.get("text"))
    return value in chosen if isinstance(chosen, list) else value == chosen


@register.simple_tag
def any_actions(rows: list[Params] | None) -> bool:
    """Whether a row of a summary list has something to do."""
    return any(_entries(row) for row in rows or [] if row)


def _entries(row: Params) -> Any:
    return (row.get("actions") or {}).get("links")
