"""Staff's side speaks the person's language; the admin waits for a second factor."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation

from cms.admin.place import current_site
from sites.entry import requirement
from sites.entry.language import account_language
from sites.entry.sso.people import has_outgrown_council
from sites.entry.words import OUTGROWN

Answer = Callable[[HttpRequest], HttpResponse]


def is_account_page(request: HttpRequest) -> bool:
    """Whether the address is one of the account's own."""
    return request.path.startswith("/account/")


class StaffLanguage:
    """Middleware: all that the admin answers is in the language of who is signed in.

    Wagtail speaks it within its screens alone: not in a 404 or 403, nor in a header.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/admin/"):
            # Read as Wagtail reads it, which then asks for it no second time.
            profile = getattr(request.user, "wagtail_userprofile", None)
            if profile is not None:
                translation.activate(profile.get_preferred_language())
                request.LANGUAGE_CODE = translation.get_language()
        return self.get_response(request)


class AccountPages:
    """Middleware: what is the same for all account pages.

    They answer in the person's language, no cache keeps them, no search engine lists
    them, and on a host of no service there are none.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_account_page(request):
            return self.get_response(request)
        translation.activate(account_language(request))
        request.LANGUAGE_CODE = translation.get_language()
        response = self.get_response(request)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> None:
        if is_account_page(request):
            current_site(request)  # 404 where no service stands.


class SecondFactor:
    """Middleware: lead whoever needs a second factor to it, and nowhere else."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        in_admin = request.path.startswith("/admin/")
        if not in_admin and not is_account_page(request):
            return None
        if has_outgrown_council(request):
            logout(request)
            messages.info(request, OUTGROWN)
            return redirect("account_login")
        missing = requirement.missing_step(request)
        match = request.resolver_match
        if missing is None or (match and match.view_name in missing.open_views):
            return None
        way = reverse(missing.view)
        if in_admin and request.method == "GET":
            way = f"{way}?{urlencode({'next': request.get_full_path()})}"
        return redirect(way)
