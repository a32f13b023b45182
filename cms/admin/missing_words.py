"""What lists say of pages whose plugin is gone, where Wagtail would ask their model.

`install` puts these in the place of Wagtail's own (Page.page_type_display_name and
is_previewable, ReferenceIndex.describe_source_field and describe_on_delete, the log's
formatters of comments); a test names each by the screen that fails without it.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.log_actions import LogFormatter
from wagtail.log_actions import registry as log_actions
from wagtail.models import Page, ReferenceIndex

from cms.retirement import is_missing

COMMENTS = "wagtail.comments."


def install() -> None:
    """Let every list say where such a page comes from."""
    known_name = Page.page_type_display_name.fget
    Page.page_type_display_name = property(
        lambda page: origin(page) if is_missing(page) else known_name(page)
    )
    known_preview = Page.is_previewable
    Page.is_previewable = lambda page: not is_missing(page) and known_preview(page)
    for name in ("describe_source_field", "describe_on_delete"):
        known = getattr(ReferenceIndex, name)
        setattr(ReferenceIndex, name, _describing_missing(known))
    log_actions.get_formatter = _plain_where_missing(log_actions.get_formatter)


def origin(page: Page) -> str:
    """“from a missing plugin”, with the plugin's label."""
    return from_missing(label_of(page))


def from_missing(label: str) -> str:
    """The words for whatever comes from the plugin `label`."""
    return _("from a missing plugin: %(label)s") % {"label": label}


def label_of(page: Page) -> str:
    """The label of the plugin that the page belongs to, installed or not."""
    return str(page.cached_content_type.app_label)


def _describing_missing(known: Callable[[Any], str]) -> Callable[[Any], str]:
    def describe(reference: Any) -> str:
        kind = ContentType.objects.get_for_id(reference.content_type_id)
        if kind.model_class() is None:
            return from_missing(kind.app_label)
        return known(reference)

    return describe


def _plain_where_missing(known: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def get_formatter(entry: Any) -> Any:
        formatter = known(entry)
        if entry.action.startswith(COMMENTS) and _is_of_missing(entry):
            return _Plain(formatter.label)
        return formatter

    return get_formatter


def _is_of_missing(entry: Any) -> bool:
    if entry.content_type_id is None:
        return True
    return ContentType.objects.get_for_id(entry.content_type_id).model_class() is None


class _Plain(LogFormatter):
    """Says what was done, and not to which field: nobody knows its fields any more."""

    def __init__(self, label: Any) -> None:
        self.label = self.message = label
