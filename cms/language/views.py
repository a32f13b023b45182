"""Where `/` leads."""

from django.http import HttpRequest, HttpResponseRedirect


def root_redirect(request: HttpRequest) -> HttpResponseRedirect:
    return HttpResponseRedirect("/en/")
