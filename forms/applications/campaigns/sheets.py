"""What a poster and a card say: the service, the link and its QR code, twice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cms import qr
from cms.mail import site_url
from cms.visibility import visible_in_any_language
from forms.applications.campaigns.models import Campaign
from forms.applications.models import ApplicationPage
from sites.models import Service


@dataclass(frozen=True, kw_only=True)
class Half:
    """One language's half of a sheet."""

    language: str
    service: str
    link: str
    code: SafeString

    @property
    def shown(self) -> str:
        """The address as somebody reads and types it, without the campaign."""
        return readable(self.link)

    @property
    def pieces(self) -> Sequence[str]:
        """The same where a line may break: after a slash rather than within a word."""
        return re.findall(r"[^/]+/?", self.shown)


def readable(link: str) -> str:
    """An address without scheme and query, short enough for a poster."""
    parts = urlsplit(link)
    return f"{parts.netloc}{parts.path}".removeprefix("www.").rstrip("/")


def links_of(campaign: Campaign) -> dict[str, str]:
    """The absolute address under which the campaign is counted, by language.

    A language in which nobody can apply here has none.
    """
    visible = visible_in_any_language(campaign.site)
    pages = ApplicationPage.objects.filter(pk__in=visible.values("pk"))
    found: dict[str, str] = {}
    for page in pages.select_related("locale").order_by("path"):
        address = page.get_url_parts()
        if address:
            query = urlencode({"campaign": campaign.code})
            link = site_url(campaign.site, f"{address[2]}?{query}")
            found.setdefault(page.locale.language_code, link)
    return found


def halves_of(campaign: Campaign) -> Sequence[Half]:
    """Both halves: Welsh first at a Welsh service, English first elsewhere."""
    service = Service.for_site(campaign.site)
    links = links_of(campaign)
    languages = ("cy", "en") if service.welsh_standards else ("en", "cy")
    return [
        _half(service, language, links[language])
        for language in languages
        if language in links
    ]


def _half(service: Service, language: str, link: str) -> Half:
    with translation.override(language):
        label = _("QR code that leads to %(address)s") % {"address": readable(link)}
    return Half(
        language=language,
        service=service.name_in(language),
        link=link,
        code=qr.drawing(link, label=label, css_class="sheet-code"),
    )
