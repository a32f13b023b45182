"""What a page file says of an index of articles, and of an article in it."""

import datetime as dt
from typing import Any

from django.utils import timezone
from wagtail.models import Site

from cms.models import Topic
from cms.starter.files import PageFile
from cms.starter.loading import Columns


def article_index(file: PageFile, texts: dict[str, Any]) -> dict[str, Any]:
    """The values of the index."""
    return {"intro": texts.get("intro", "")}


def articles_of(site: Site) -> Columns:
    """The values of an article; its date counts from the day the site was made."""
    made = site.root_page.first_published_at
    start = timezone.localdate(made) if made else timezone.localdate()

    def article(file: PageFile, texts: dict[str, Any]) -> dict[str, Any]:
        topics = file.facts.get("topics", [])
        return {
            "date": start + dt.timedelta(days=file.facts.get("date_offset_days", 0)),
            "summary": texts["summary"],
            "topic": Topic(topics[0]) if topics else "",
            "body": texts.get("body", []),
        }

    return article
