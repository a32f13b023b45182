"""Atom feeds: one a site and language, with ids that outlive addresses.

Not Django's syndication views: ours know the site of the host, give each entry an id
made of its translation key and language, and answer conditional requests.
"""

import hashlib
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import http_date, quote_etag
from wagtail.models import Site

from cms.mail import site_url

ENTRIES = 20
MAX_AGE = 300
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One article in one language."""

    key: uuid.UUID
    language: str
    title: str
    summary: str
    url: str
    author: str
    updated: datetime
    published: datetime


class StableAtom(Atom1Feed):
    """Atom that names each entry's language and stays the same while nothing changes.

    Django gives an empty feed the moment of asking as its date.
    """

    def item_attributes(self, item: dict[str, Any]) -> dict[str, Any]:
        return {**super().item_attributes(item), "xml:lang": item["language"]}

    def latest_post_date(self) -> datetime:
        latest: datetime = super().latest_post_date() if self.items else BEGINNING
        return latest


def stable_id(*parts: object) -> str:
    """The same parts give the same id, whatever happens to hosts and slugs."""
    return uuid.uuid5(uuid.NAMESPACE_OID, "/".join(map(str, parts))).urn


def printable(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return UNPRINTABLE.sub("", text)


def atom_response(
    request: HttpRequest,
    *,
    site: Site,
    language: str,
    label: str,
    title: str,
    subtitle: str,
    home_url: str,
    entries: Iterable[Entry],
    changed: datetime | None,
) -> HttpResponse:
    """The feed as an answer to `request`, or 304 where the reader has it already.

    `changed` is when the list last changed, entries that disappeared included.
    """
    feed = StableAtom(
        title=title,
        link=home_url,
        description="",
        subtitle=subtitle,
        language=language,
        feed_url=site_url(site, request.path),
        feed_guid=stable_id(site.root_page.translation_key, label, language),
    )
    for entry in entries:
        feed.add_item(
            title=printable(entry.title),
            link=entry.url,
            description=printable(entry.summary),
            author_name=entry.author,
            unique_id=stable_id(entry.key, entry.language),
            updateddate=entry.updated,
            pubdate=entry.published,
            language=entry.language,
        )
    body = feed.writeString("utf-8")
    return _conditional(request, body, feed.content_type, changed)


def _conditional(
    request: HttpRequest, body: str, content_type: str, changed: datetime | None
) -> HttpResponse:
    etag = quote_etag(hashlib.sha256(body.encode()).hexdigest()[:32])
    response = HttpResponse(body, content_type=content_type)
    response["ETag"] = etag
    stamp = int(changed.timestamp()) if changed else None
    if stamp:
        response["Last-Modified"] = http_date(stamp)
    patch_cache_control(response, public=True, max_age=MAX_AGE)
    return get_conditional_response(request, etag, stamp, response) or response
