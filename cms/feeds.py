"""Feeds in Atom, RSS 2.0 and JSON Feed 1.1: one a site, language and topic.

Not Django's syndication views: ours know the site of the host, give each entry an id
made of its translation key and language, and answer conditional requests. An entry has
the same id in all three kinds, so a reader who changes over sees nothing twice.
"""

import hashlib
import json
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.http import http_date, quote_etag
from wagtail.models import Site

from cms.mail import site_url
from cms.models import Topic

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
    topic: str = ""


class _Stable(SyndicationFeed):
    """Stays the same while nothing changes: Django dates an empty feed with now."""

    content_type: str

    def latest_post_date(self) -> datetime:
        latest: datetime = super().latest_post_date() if self.items else BEGINNING
        return latest


class StableAtom(_Stable, Atom1Feed):
    """Atom that names each entry's language."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, Any]:
        return {**super().item_attributes(item), "xml:lang": item["language"]}


class StableRss(_Stable, Rss201rev2Feed):
    """RSS 2.0 whose ids are no addresses, and say so."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, Any]:
        return {**super().item_attributes(item), "xml:lang": item["language"]}


class JsonFeed(_Stable):
    """JSON Feed 1.1 (jsonfeed.org/version/1.1): each entry's text is its summary."""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile: Any, encoding: str) -> None:
        told = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.feed["title"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "language": self.feed["language"],
            "items": [self._entry(item) for item in self.items],
        }
        outfile.write(json.dumps(told, ensure_ascii=False))

    def _entry(self, item: dict[str, Any]) -> dict[str, Any]:
        return {
            "id": item["unique_id"],
            "url": item["link"],
            "title": item["title"],
            "content_text": item["description"],
            "summary": item["description"],
            "date_published": item["pubdate"].isoformat(),
            "date_modified": item["updateddate"].isoformat(),
            "authors": [{"name": item["author_name"]}],
            "language": item["language"],
            "tags": list(item["categories"]),
        }


KINDS: dict[str, type[_Stable]] = {
    "atom": StableAtom,
    "rss": StableRss,
    "json": JsonFeed,
}
"""What a feed can be written in, by the last part of its address."""


def stable_id(*parts: object) -> str:
    """The same parts give the same id, whatever happens to hosts and slugs."""
    return uuid.uuid5(uuid.NAMESPACE_OID, "/".join(map(str, parts))).urn


def printable(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return UNPRINTABLE.sub("", text)


def topic_asked(request: HttpRequest) -> Topic | None:
    """The topic that `?topic=` names; Http404 for a word that is none."""
    asked = request.GET.get("topic", "")
    if not asked:
        return None
    if asked not in Topic.values:
        raise Http404
    return Topic(asked)


def feed_response(
    request: HttpRequest,
    *,
    kind: str,
    site: Site,
    language: str,
    label: str,
    title: str,
    home_url: str,
    entries: Iterable[Entry],
    changed: datetime | None,
    topic: Topic | None = None,
) -> HttpResponse:
    """The feed as an answer to `request`, or 304 where the reader has it already.

    `changed` is when the list last changed, entries that disappeared included.
    """
    parts = [label, topic.value] if topic else [label]
    query = f"?topic={topic.value}" if topic else ""
    feed = KINDS[kind](
        title=f"{title} – {topic.label}" if topic else title,
        link=home_url,
        description="",
        language=language,
        feed_url=site_url(site, request.path) + query,
        feed_guid=stable_id(site.root_page.translation_key, *parts, language),
    )
    for entry in entries:
        _add(feed, entry)
    body = feed.writeString("utf-8")
    return _conditional(request, body, feed.content_type, changed)


def _add(feed: SyndicationFeed, entry: Entry) -> None:
    feed.add_item(
        title=printable(entry.title),
        link=entry.url,
        description=printable(entry.summary),
        author_name=entry.author,
        unique_id=stable_id(entry.key, entry.language),
        unique_id_is_permalink=False,
        updateddate=entry.updated,
        pubdate=entry.published,
        categories=[entry.topic] if entry.topic else [],
        language=entry.language,
    )


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
