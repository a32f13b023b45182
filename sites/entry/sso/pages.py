"""What a person reads when the council's sign-in does not let them in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def did_not_work(request: HttpRequest) -> HttpResponse:
    """The council's server could not be asked, or its answer could not be believed."""
    return render(request, "entry/council_failed.html", status=502)


def not_let_in(request: HttpRequest) -> HttpResponse:
    """It was asked, and whoever it vouches for has no place here by its word."""
    return render(request, "entry/council_refused.html", status=403)
