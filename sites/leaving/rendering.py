"""The pages of an archive as plain HTML: no style, no script, nothing to fetch."""

import re
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe


def page_html(page: dict[str, Any]) -> str:
    """One page of the service, its pictures taken from the folder media/."""
    with translation.override(page["language"]):
        parts = [
            (name, mark_safe(_from_folder(html)))  # noqa: S308  (its own block wrote it)
            for name, html in page["parts"]
        ]
        return render_to_string(
            "authorities/leaving/page.html",
            {"page": page, "parts": parts, "index": "../../index.html"},
        )


def _from_folder(html: str) -> str:
    """Pictures and documents come from the archive, not from the web."""
    media = re.escape(settings.MEDIA_URL)
    return re.sub(rf"(?<=[\"' ,]){media}", "../../media/", html)


def index_html(service: Any, pages: list[dict[str, Any]]) -> str:
    """The list of all pages in both languages, with links to their files."""
    lists = [
        (code, [page for page in pages if page["language"] == code])
        for code in ("en", "cy")
    ]
    return render_to_string(
        "authorities/leaving/index.html", {"service": service, "lists": lists}
    )
