"""The two addresses of a council's sign-in: going there and coming back."""

import logging
import secrets
from typing import Any
from urllib.parse import urlsplit

from allauth.account.utils import get_next_redirect_url
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from requests import RequestException
from wagtail.models import Site

from sites.entry.sso.pages import did_not_work
from sites.entry.sso.provider import row_at
from sites.entry.sso.tokens import CouncilTokens

logger = logging.getLogger(__name__)

# Of a server that is not ours: whatever it answers, the reader gets a page.
NONSENSE = (RequestException, OAuth2Error, KeyError, TypeError, ValueError)


@never_cache
def go_to_council(request: HttpRequest) -> HttpResponse:
    """Send the browser to the council's sign-in, with its own state and nonce."""
    provider = _provider(request)
    if request.method != "POST":
        return redirect("account_login")  # Only the button begins it.
    nonce = secrets.token_urlsafe(24)
    try:
        answer: HttpResponse = provider.redirect(
            request,
            AuthProcess.LOGIN,
            next_url=get_next_redirect_url(request),
            auth_params={"nonce": nonce},
            nonce=nonce,
        )
    except ImmediateHttpResponse as refusal:
        answer = refusal.response
    except NONSENSE as error:
        answer = _say_it_failed(request, error)
    return _by_a_page(request, answer)


@require_safe
@never_cache
def back_from_council(request: HttpRequest) -> HttpResponse:
    """The browser is back: exchange the code, verify the token, let in or refuse."""
    provider = _provider(request)
    view = OAuth2CallbackView.adapter_view(CouncilTokens(request, provider.sub_id))
    try:
        answer: HttpResponse = view(request)
    except NONSENSE as error:
        answer = _say_it_failed(request, error)
    return answer


def _by_a_page(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """A page that leads on: our policy lets no form end on another host."""
    if not isinstance(answer, HttpResponseRedirect):
        return answer
    context = {"address": answer.url, "host": urlsplit(answer.url).hostname}
    return render(request, "entry/council_leaving.html", context)


def _provider(request: HttpRequest) -> Any:
    site = Site.find_for_request(request)
    if row_at(site) is None:
        raise Http404
    return get_adapter(request).get_provider(request, "openid_connect")


def _say_it_failed(request: HttpRequest, error: Exception) -> HttpResponse:
    # The kind alone: a token or an address may stand in the message.
    logger.warning("A council's sign-in failed: %s", type(error).__name__)
    return did_not_work(request)
