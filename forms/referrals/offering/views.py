"""The officer's page: looking writes nothing, the button notes one child, once.

A browser that is told to send no referrer calls its own posts foreign, and their token
is refused; so these pages keep the host's policy, which tells other sites nothing.
"""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from forms.journeys import spam
from forms.journeys.notices import Words, notice
from forms.referrals.offering.forms import OfferForm
from forms.referrals.offering.models import OfferLink
from forms.referrals.offering.services import (
    LinkClosed,
    SentBefore,
    find_link,
    keep_offer,
)
from sites.models import Service

GONE, BUSY = 404, 429


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def offer(request: HttpRequest, token: str) -> HttpResponse:
    """Ask, keep, thank; say whom to ask where the link opens nothing."""
    link = find_link(Site.find_for_request(request), token)
    if link is None:
        return _gone(request)
    if request.method == "POST":
        return _keep(request, link)
    if "kept" in request.GET:
        return _page(request, "kept.html", form_url=request.path)
    return _ask(request, OfferForm(initial={"considered_on": timezone.localdate()}))


def _keep(request: HttpRequest, link: OfferLink) -> HttpResponse:
    form, key = OfferForm(request.POST), _key_in(request)
    if not form.is_valid():
        return _ask(request, form, key)
    if key is None:
        return _ask(request, form, said=notice("again"))
    if spam.is_over_limit(request, site_id=link.site_id, doing="offer"):
        said = notice("busy_unkept")
        return _ask(request, form, key, said=said, status=BUSY)
    try:
        keep_offer(link=link, key=key, **form.cleaned_data)
    except LinkClosed:
        return _gone(request)
    except SentBefore:
        said = _(
            "This page was sent before, with other answers, and those are kept. If this"
            " is about another child, press the button once more."
        )
        return _ask(request, form, said=said)
    return redirect(f"{request.path}?kept=1")


def _key_in(request: HttpRequest) -> uuid.UUID | None:
    """The key that the form carries; None for one that is none."""
    try:
        return uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        return None


def _ask(
    request: HttpRequest,
    form: OfferForm,
    key: uuid.UUID | None = None,
    *,
    said: Words = "",
    status: int = 200,
) -> HttpResponse:
    asked = {"form": form, "key": key or uuid.uuid4(), "notice": said}
    asked["button_text"] = _("Note it")
    return _page(request, "offer.html", status=status, **asked)


def _gone(request: HttpRequest) -> HttpResponse:
    return _page(request, "gone.html", status=GONE)


def _page(
    request: HttpRequest, template: str, *, status: int = 200, **context: Any
) -> HttpResponse:
    site = Site.find_for_request(request)
    context["service"] = Service.of(site) if site else None
    answer = render(request, f"referrals/offering/{template}", context, status=status)
    answer["X-Robots-Tag"] = "noindex"
    return answer
