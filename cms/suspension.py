"""Close a service's public side for a time, and open it again. Nothing is lost.

While it is closed its pages, forms, feeds and sitemap answer 503, nothing of it is
visible anywhere else, and its staff work on: a child's request must stay reachable.
Mails already promised are sent, jobs run, and what people had begun to write is kept.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.dispatch import Signal
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Site

from cms.addresses import is_suspended
from cms.models import SiteProfile

RETRY_AFTER = 3600

suspension_changed = Signal()
"""Sent in the changing transaction with `site` and `resumed_since`: when it had been
suspended, if it is open again; None if it is suspended now."""


class CannotSuspend(Exception):
    """The hub stays open: every service's visitors are sent there."""

    def __init__(self) -> None:
        super().__init__(_("The national hub cannot be suspended."))


@transaction.atomic
def suspend(
    *,
    site: Site,
    reason: str,
    by: Any = None,
    message_en: str = "",
    message_cy: str = "",
) -> SiteProfile:
    """Close the public side; the reason is for the log, the messages for visitors.

    Of a service that is suspended already the words are changed, not the time.
    """
    profile = SiteProfile.objects.select_for_update().get(site=site)
    if profile.is_hub:
        raise CannotSuspend
    first_time = profile.suspended_at is None
    if first_time:
        profile.suspended_at = timezone.now()
        profile.suspended_by = by
    profile.suspension_reason = reason
    profile.suspension_message_en = message_en
    profile.suspension_message_cy = message_cy
    profile.save()
    log(site, "cms.service_suspended", user=by, data={"reason": reason})
    if first_time:
        suspension_changed.send(SiteProfile, site=site, resumed_since=None)
    return profile


@transaction.atomic
def resume(*, site: Site, by: Any = None) -> bool:
    """Open the public side again as it was; False where it was not closed."""
    profile = SiteProfile.objects.select_for_update().get(site=site)
    since = profile.suspended_at
    if since is None:
        return False
    profile.suspended_at = profile.suspended_by = None
    profile.suspension_reason = ""
    profile.suspension_message_en = profile.suspension_message_cy = ""
    profile.save()
    log(site, "cms.service_resumed", user=by)
    suspension_changed.send(SiteProfile, site=site, resumed_since=since)
    return True


class SuspensionGate:
    """Middleware: the public side of a suspended service says that it is closed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        stays_open = request.path_info.startswith(tuple(settings.OPEN_WHILE_SUSPENDED))
        # Wagtail renders an editor's preview by a request that nobody sent.
        if stays_open or getattr(request, "is_dummy", False):
            return self.get_response(request)
        site = Site.find_for_request(request)
        if site is None or not is_suspended(site):
            return self.get_response(request)
        return closed(request, site)


def closed(request: HttpRequest, site: Site) -> HttpResponse:
    """The page that says so, in the language of the address."""
    context = {"message": message_of(site), "was_sent": request.method == "POST"}
    answer = render(request, "503.html", context, status=503)
    answer.headers["Retry-After"] = str(RETRY_AFTER)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def message_of(site: Site) -> str:
    """What whoever suspended it tells visitors, in the language in use."""
    language = "cy" if get_language() == "cy" else "en"
    return str(getattr(site.profile, f"suspension_message_{language}"))
