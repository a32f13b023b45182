"""Ask about fostering: one page, and the page that says it has arrived."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from wagtail.models import Site

from acme_fostering.forms import EnquiryForm
from acme_fostering.services import receive_enquiry


def ask(request: HttpRequest) -> HttpResponse:
    form = EnquiryForm(request.POST or None)
    if form.is_valid():
        receive_enquiry(site=Site.find_for_request(request), **form.cleaned_data)
        return redirect("plugins:fostering:received")
    return render(request, "fostering/ask.html", {"form": form})


def received(request: HttpRequest) -> HttpResponse:
    return render(request, "fostering/received.html")
