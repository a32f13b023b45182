"""A notice on a page of its own: as it is now, and as it once was."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Site

from cms.language.links import LanguageLink, language_links
from sites.models import Service
from sites.notices.audiences import Audience
from sites.notices.composing import notice
from sites.notices.links import notice_url
from sites.notices.versions import version_with, versions_of


@require_safe
def show_notice(request: HttpRequest, reader: str) -> HttpResponse:
    """What this kind of people is told now, and what they were told before."""
    site, service, audience = _asked(request, reader)
    language = _language()
    now = notice(service, audience, language)
    if now is None:
        raise Http404
    versions = list(versions_of(site, audience, language))
    stands = bool(versions) and versions[0].digest == now.digest
    earlier = versions[1:] if stands else versions
    return _page(
        request,
        audience,
        notice=now,
        since=versions[0].from_day if stands else None,
        earlier=[
            (each.from_day, notice_url(audience, language, each.key))
            for each in earlier
        ],
        language_links=_links(request, audience),
    )


@require_safe
def show_dated_notice(request: HttpRequest, reader: str, key: str) -> HttpResponse:
    """What they were told from a day on."""
    site, _service, audience = _asked(request, reader)
    language = _language()
    version = version_with(site, audience, language, key)
    if version is None:
        raise Http404
    return _page(
        request,
        audience,
        notice=version.read(),
        from_day=version.from_day,
        now_url=notice_url(audience, language),
        language_links=_links(request, audience),
    )


def _asked(request: HttpRequest, slug: str) -> tuple[Site, Service, Audience]:
    site = Site.find_for_request(request)
    service = Service.of(site) if site else None
    audience = Audience.with_slug(slug, _language())
    if site is None or service is None or audience is None:
        raise Http404
    return site, service, audience


def _language() -> str:
    return "cy" if get_language() == "cy" else "en"


def _page(request: HttpRequest, audience: Audience, **more: Any) -> HttpResponse:
    context = {"page": None, "young": audience.is_young, **more}
    return render(request, "notices/notice.html", context)


def _links(request: HttpRequest, audience: Audience) -> list[LanguageLink]:
    """Languages differ in their versions: the switcher leads to the notice as it is.

    On a device that a child shares it remembers no choice.
    """

    def path_in(language: str) -> str:
        return notice_url(audience, language)

    links = language_links(request, path_builder=path_in)
    return [replace(link, is_remembered=not audience.is_young) for link in links]
