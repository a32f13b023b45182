"""The demo's screens: front door, sign in as, mailbox, what production requires."""

from typing import Any

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import (
    content_disposition_header,
    url_has_allowed_host_and_scheme,
)
from django.views.decorators.cache import never_cache
from wagtail.models import Site

from sites.demo.loading import people
from sites.demo.mailbox import all_mail, find_mail
from sites.demo.tour import sites_shown, staff_shown, walk
from sites.people.models import User


def front_door(request: HttpRequest) -> HttpResponse:
    """The three sites, everybody one can be, the mailbox and a walk of six steps."""
    context = {"sites": sites_shown(), "staff": staff_shown(), "walk": walk()}
    return render(request, "demo/front_door.html", context)


@never_cache
def sign_in_as(request: HttpRequest, key: str) -> HttpResponse:
    """Sign in as one of the demo's people, on the host of their own site."""
    facts = next((person for person in people() if person["key"] == key), None)
    if facts is None or Site.find_for_request(request) is None:
        raise Http404
    user = get_object_or_404(User, email=facts["email"], is_active=True)
    login(request, user, backend="sites.entry.backends.EmailBackend")
    target = request.GET.get("next", "/admin/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts=None):
        target = "/admin/"
    return redirect(target)


@never_cache
def mailbox(request: HttpRequest) -> HttpResponse:
    """Every mail the demo has sent, newest first."""
    return render(request, "demo/mailbox.html", {"mails": all_mail()})


@never_cache
def one_mail(request: HttpRequest, name: str) -> HttpResponse:
    """One mail: who, when, its text, and its HTML in a frame of its own."""
    return render(request, "demo/mail.html", {"mail": _mail(name)})


@never_cache
def mail_html(request: HttpRequest, name: str) -> HttpResponse:
    """The HTML of a mail as a mail program would show it: no scripts, no forms."""
    response = HttpResponse(_mail(name).html)
    policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups"
    response["Content-Security-Policy"] = f"{policy} allow-top-navigation"
    response._csp_exempt = True  # type: ignore[attr-defined]  # django-csp's own mark
    return response


@never_cache
def mail_attached(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """A file that came with a mail, to keep or to open in a calendar."""
    attached = _mail(name).attached
    if number >= len(attached):
        raise Http404
    file = attached[number]
    return HttpResponse(
        file.content,
        content_type=file.kind,
        headers={"Content-Disposition": content_disposition_header(True, file.name)},
    )


def production(request: HttpRequest) -> HttpResponse:
    """What a real service needs that the demo does without."""
    return render(request, "demo/production.html")


def _mail(name: str) -> Any:
    mail = find_mail(name)
    if mail is None:
        raise Http404
    return mail
