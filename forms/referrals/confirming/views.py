"""The page of the link: looking changes nothing, the button confirms."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from forms.referrals.confirming.services import confirm_sender, find_by_token
from forms.referrals.models import Referral


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show the button; confirm by POST; say when it is done already."""
    site = Site.find_for_request(request)
    referral = find_by_token(site, token) if site else None
    if referral is None:
        raise Http404
    if request.method == "POST":
        confirm_sender(referral)
        return redirect(request.path)
    is_known = referral.sender != Referral.Sender.UNKNOWN
    return render(
        request,
        "referrals/confirming/confirm.html",
        {"reference": referral.case.reference, "is_known": is_known},
    )
