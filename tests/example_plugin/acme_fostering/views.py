"""Ask about fostering: one page, and the page that says it has arrived."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from wagtail.models import Site

from acme_fostering.forms import EnquiryForm
from acme_fostering.queries import is_open
from acme_fostering.services import receive_enquiry


def ask(request: HttpRequest) -> HttpResponse:
    """The form; a service that takes no enquiries says so instead."""
    site = Site.find_for_request(request)
    if not is_open(site):
        return render(request, "fostering/closed.html")
    form = EnquiryForm(request.POST or None)
    if form.is_valid():
        language = get_language()[:2]
        receive_enquiry(site=site, language=language, **form.cleaned_data)
        return redirect("plugins:fostering:received")
    return render(request, "fostering/ask.html", {"form": form})


def received(request: HttpRequest) -> HttpResponse:
    """It has arrived, and what happens next."""
    return render(request, "fostering/received.html")
