"""Tags for the pages of articles: {% load articles %}."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urljoin

from django import template
from django.template import Context
from django.utils.translation import gettext

from cms.models import ArticlePage
from cms.theme.data_blocks import data_block

register = template.Library()

CONTEXT = "https://schema.org"
LOCALES = {"en": "en_GB", "cy": "cy_GB"}


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is told of an article to those who show a link to it."""

    page: ArticlePage
    address: str
    service: str
    picture: str

    @property
    def open_graph(self) -> list[tuple[str, str]]:
        """The properties of ogp.me that it has."""
        page = self.page
        facts = {
            "og:type": "article",
            "og:title": page.title,
            "og:description": page.summary,
            "og:url": self.address,
            "og:site_name": self.service,
            "og:locale": LOCALES[page.locale.language_code],
            "og:image": self.picture,
            "og:image:alt": page.image_alt if self.picture else "",
            "article:published_time": page.date.isoformat(),
            "article:modified_time": _iso(page.updated_on),
        }
        return [(name, value) for name, value in facts.items() if value]

    @property
    def schema(self) -> dict[str, Any]:
        """A NewsArticle of schema.org."""
        page = self.page
        facts = {
            "@context": CONTEXT,
            "@type": "NewsArticle",
            "headline": page.title,
            "description": page.summary,
            "inLanguage": page.locale.language_code,
            "datePublished": page.date.isoformat(),
            "dateModified": _iso(page.updated_on or page.date),
            "mainEntityOfPage": self.address,
            "image": [self.picture] if self.picture else [],
            "author": self._author(),
            "publisher": self._service(),
        }
        return {name: value for name, value in facts.items() if value}

    def _author(self) -> dict[str, str]:
        """Most are teams: whoever names a person is not asked which it is."""
        named = getattr(self.page, "author", "")
        return {"@type": "Organization", "name": named} if named else self._service()

    def _service(self) -> dict[str, str]:
        home = urljoin(self.address, f"/{self.page.locale.language_code}/")
        return {"@type": "Organization", "name": self.service, "url": home}


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""


@register.inclusion_tag("cms/articles/head.html", takes_context=True)
def article_head(context: Context, page: ArticlePage) -> dict[str, Any]:
    """What other programs read of an article: Open Graph, and schema.org's data.

    Nothing of an item that has no address yet, as in a preview.
    """
    told = _told(context, page)
    return {"told": told, "data": data_block(told.schema) if told else ""}


@register.inclusion_tag("cms/articles/share.html", takes_context=True)
def share_links(context: Context, page: ArticlePage) -> dict[str, Any]:
    """Plain links that pass an article on: nothing of theirs is loaded here."""
    told = _told(context, page)
    return {"told": told, "links": _ways(told) if told else []}


def _told(context: Context, page: ArticlePage) -> Told | None:
    links = context.get("links") or []
    address = next((link.address for link in links if link.is_current), "")
    if not address:
        return None
    picture = page.picture
    return Told(
        page=page,
        address=address,
        service=str(context["furniture"].get("service_name", "")),
        picture=urljoin(address, picture.url) if picture else "",
    )


def _ways(told: Told) -> list[dict[str, str]]:
    title, address = quote(told.page.title), quote(told.address, safe="")
    return [
        {
            "text": gettext("Share by e-mail"),
            "href": f"mailto:?subject={title}&body={address}",
        },
        {
            "text": gettext("Share on WhatsApp"),
            "href": f"https://wa.me/?text={title}%20{address}",
        },
        {
            "text": gettext("Share on Facebook"),
            "href": f"https://www.facebook.com/sharer/sharer.php?u={address}",
        },
    ]
