"""Rows and pages as a reader without this software understands them."""

import re
from collections.abc import Iterator
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import FileField, ForeignKey, Model
from django.utils.encoding import force_str
from django.utils.html import linebreaks
from django.utils.text import slugify
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, ReferenceIndex, Site
from wagtail.rich_text import expand_db_html
from wagtail.search.models import IndexEntry

from cms.models import OutboundEmail
from cms.privacy import BlindIndexField
from sites.leaving.belongings import Belongings, pages_of

# Nobody reads these without the platform, or they open a door.
_SECRET_WORDS = (
    *("password", "secret", "token", "private_key", "session_key", "digest", "hash"),
)
_SEALED_ELSEWHERE = {Authenticator: "data"}
# What a link in a mail ends with: an invitation, a new password, somebody's draft.
_KEY_OF_A_LINK = re.compile(r"/(?=[^/\s]*[0-9A-Z])[\w-]{20,}(?=/|\b)")
_WORDS_OF_MAILS = ("context", "text", "html")
_MADE_AGAIN = (ReferenceIndex, IndexEntry)
_TREE = {"path", "depth", "numchild", "url_path", "latest_revision_created_at"}


class PlainEncoder(DjangoJSONEncoder):
    """Whatever JSON does not know, as text."""

    def default(self, value: Any) -> Any:
        try:
            return super().default(value)
        except TypeError:
            return force_str(value)


def tables(owned: Belongings) -> Iterator[type[Model]]:
    """The models worth reading, in the order of their names; indexes are left out."""
    for model in sorted(owned.rows, key=lambda each: each._meta.label_lower):
        if not (model in _MADE_AGAIN or "fts" in model._meta.db_table):
            yield model


def table_of(model: Any, owned: Belongings) -> tuple[list[str], list[list[Any]]]:
    """The columns of a model that may be read, and its rows of the service, opened."""
    fields = [field for field in model._meta.concrete_fields if _may_be_read(field)]
    rows = [
        [_value(row, field) for field in fields]
        for row in owned.of(model).order_by("pk").iterator()
    ]
    return [field.name for field in fields], rows


def _may_be_read(field: Any) -> bool:
    if isinstance(field, BlindIndexField) or field.name == "row_key":
        return False
    if _SEALED_ELSEWHERE.get(field.model) == field.name:
        return False
    return not any(word in field.name for word in _SECRET_WORDS)


def _value(row: Any, field: Any) -> Any:
    value = getattr(row, field.attname)
    if value is None or isinstance(field, ForeignKey):
        return value
    if isinstance(field, FileField):
        return value.name
    if isinstance(field, StreamField):
        return list(value.raw_data)
    if isinstance(row, OutboundEmail) and field.name in _WORDS_OF_MAILS:
        return _without_keys(value)
    return value


def _without_keys(words: Any) -> Any:
    """The words of a mail; whoever reads them later cannot follow its links."""
    if isinstance(words, str):
        return _KEY_OF_A_LINK.sub("/…", words)
    if isinstance(words, list):
        return [_without_keys(each) for each in words]
    if isinstance(words, dict):
        return {name: _without_keys(each) for name, each in words.items()}
    return words


def page_facts(site: Site) -> list[dict[str, Any]]:
    """Each page as facts: where it stands, its state, its texts ready to be read."""
    pages: Any = pages_of(site).filter(depth__gte=3)
    return [_page(page) for page in pages.specific().select_related("locale")]


def _page(page: Any) -> dict[str, Any]:
    language = page.locale.language_code
    name = slugify(page.slug) or "page"
    return {
        "id": page.pk,
        "parent": page.get_parent().pk,
        "file": f"pages/{language}/{page.pk}-{name}.html",
        "type": page.cached_content_type.name,
        "language": language,
        "title": page.title,
        "slug": page.slug,
        "address": page.full_url,
        "is_published": page.live,
        "first_published": page.first_published_at,
        "last_published": page.last_published_at,
        "translation_key": page.translation_key,
        "fields": {field.name: _value(page, field) for field in _own_fields(page)},
        "parts": [part for field in _own_fields(page) if (part := _part(page, field))],
    }


def _own_fields(page: Any) -> list[Any]:
    common = {field.name for field in Page._meta.concrete_fields}
    return [
        field
        for field in page._meta.concrete_fields
        if field.name not in common | _TREE and not field.primary_key
    ]


def _part(page: Any, field: Any) -> tuple[str, str] | None:
    value = getattr(page, field.attname)
    if not value and value != 0:
        return None
    if isinstance(field, StreamField):
        html = str(value.stream_block.render(value))
    elif isinstance(field, RichTextField):
        html = expand_db_html(value)
    else:
        html = linebreaks(str(value), autoescape=True)
    return str(field.verbose_name), html
