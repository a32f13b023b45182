"""Where the notices are read."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import override

from sites.models import Service
from sites.notices.audiences import Audience
from sites.notices.declaring import audiences_of


@dataclass(frozen=True)
class Link:
    """A notice's title and address."""

    title: str | Promise
    url: str


def notice_url(audience: Audience, language: str, key: str = "") -> str:
    """The path of a notice as it stands now, or as it stood from a day on."""
    with override(language):
        slug = audience.slug_in(language)
        if key:
            return reverse("authorities:dated_notice", args=[slug, key])
        return reverse("authorities:notice", args=[slug])


def notice_links(service: Service, language: str) -> list[Link]:
    """Every notice of the service."""
    return [
        Link(audience.heading, notice_url(audience, language))
        for audience in audiences_of(service)
    ]
