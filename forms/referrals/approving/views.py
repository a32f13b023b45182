"""The page of the manager's link: looking changes nothing, two buttons answer."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from forms.referrals.approving.services import ANSWERS, answer_of_manager, find_by_token


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def approve(request: HttpRequest, token: str) -> HttpResponse:
    """Show both buttons; answer by POST; say what was answered already."""
    site = Site.find_for_request(request)
    referral = find_by_token(site, token) if site else None
    if referral is None:
        raise Http404
    if request.method == "POST":
        if request.POST.get("answer") not in ANSWERS:
            return HttpResponseBadRequest()
        answer_of_manager(referral, request.POST["answer"])
        return redirect(request.path)
    return render(
        request,
        "referrals/approving/approve.html",
        {"reference": referral.case.reference, "answered": referral.approval},
    )
