"""The page to which an invitation's link leads. Looking at it changes nothing."""

from functools import partial
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from cms.language.links import language_links
from sites.staff.forms import NewAccountForm
from sites.staff.invitations import (
    accept,
    accept_with_new_account,
    account_of,
    find_invitation,
    invitation_path,
)
from sites.staff.models import Invitation
from sites.staff.refusals import StaffRefusal

GONE, NOT_FOUND = 410, 404


@never_cache
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Who asks whom, and as what; the button, or the form, accepts."""
    site = Site.find_for_request(request)
    found = find_invitation(site=site, token=token) if site else None
    page = partial(_page, request, token, found)
    if found is None:
        return page("unknown.html", status=NOT_FOUND)
    if not found.is_open:
        return page("closed.html", status=GONE)
    if account_of(found):
        return _with_account(request, found, token, page)
    if request.user.is_authenticated:
        return page("other_account.html")
    return _without_account(request, found, page)


@never_cache
def welcome(request: HttpRequest) -> HttpResponse:
    """After accepting: where to sign in from now on."""
    links = language_links(request, path_builder=_welcome_in)
    context = {"language_links": links, "admin_path": reverse("wagtailadmin_home")}
    return render(request, "staff/invitation/welcome.html", context)


def _with_account(
    request: HttpRequest, found: Invitation, token: str, page: Any
) -> HttpResponse:
    """Its owner signs in and accepts as themselves; nobody else can."""
    user = request.user
    if not user.is_authenticated:
        sign_in = redirect_to_login(invitation_path(token)).url
        return page("sign_in.html", sign_in_url=sign_in)
    if user != account_of(found):
        return page("other_account.html")
    if request.method == "POST":
        try:
            accept(invitation=found, user=user)
        except StaffRefusal:
            return page("closed.html", status=GONE)
        return redirect("wagtailadmin_home")
    return page("accept.html")


def _without_account(
    request: HttpRequest, found: Invitation, page: Any
) -> HttpResponse:
    """Name, language, password: the account is made, and its owner signs in."""
    form = NewAccountForm(
        request.POST if request.method == "POST" else None,
        email=found.email,
        initial={
            "first_name": found.first_name,
            "last_name": found.last_name,
            "language": _first_language(found),
        },
    )
    if not form.is_valid():
        return page("new_account.html", form=form)
    facts = {k: v for k, v in form.cleaned_data.items() if k != "again"}
    try:
        accept_with_new_account(invitation=found, **facts)
    except StaffRefusal:  # Another window, or another site, was faster.
        return redirect(request.path)
    return redirect("authorities:welcome")


def _first_language(found: Invitation) -> str:
    known = found.language in ("cy", "en")
    return found.language if known else get_language() or ""


def _page(
    request: HttpRequest,
    token: str,
    found: Invitation | None,
    template: str,
    *,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    context |= {
        "invitation": found,
        "language_links": language_links(
            request, path_builder=partial(_path_in, token=token)
        ),
    }
    answer = render(request, f"staff/invitation/{template}", context, status=status)
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _path_in(language: str, *, token: str) -> str:
    with override(language):
        return invitation_path(token)


def _welcome_in(language: str) -> str:
    with override(language):
        return reverse("authorities:welcome")
