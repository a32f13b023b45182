"""Find your service: from a postcode to the authority, its service and its council."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from cms.language.links import language_links
from cms.mail import site_url
from cms.theme.forms import GovukForm, SelectField, TextField
from cms.visibility import visible_pages
from sites import attribution
from sites.models import Authority, Service
from sites.place_names import named_choice
from sites.postcodes import PostcodeAnswer, PostcodeStatus, find

GUIDANCE = "find-your-service"

REFUSALS = {
    PostcodeStatus.MALFORMED: _("Enter a full postcode, like LL55 1SH"),
    PostcodeStatus.UNKNOWN: _("We do not know this postcode. Check it and try again"),
    PostcodeStatus.OUTSIDE: _(
        "This postcode is not in England or Wales, the two nations we cover"
    ),
}


class FindForm(GovukForm):
    """One postcode; `answer` holds what it turned out to be."""

    own_heading = False
    answer: PostcodeAnswer | None = None

    postcode = TextField(
        label=_("Your postcode"),
        missing=_("Enter your postcode"),
        width=10,
        max_length=12,
        autocomplete="postal-code",
    )

    def clean_postcode(self) -> str:
        """The postcode as it is written; says plainly why one cannot be used."""
        self.answer = find(self.cleaned_data["postcode"])
        if not self.answer.is_found:
            self.add_error("postcode", REFUSALS[self.answer.status])
        return self.answer.postcode


class CouncilForm(GovukForm):
    """The council by name, for whoever knows it or was shown the wrong one."""

    own_heading = False

    council = SelectField(label=_("Or choose your council"), label_size="s")

    def __init__(self, data: Any, language: str) -> None:
        super().__init__(data)
        authorities = Authority.objects.current().in_order(language)
        council: Any = self.fields["council"]
        council.options = [
            named_choice(a, value=a.slug, language=language, of_council=True)
            for a in authorities
        ]

    def authority(self) -> Authority | None:
        """The chosen council, once the form is valid."""
        return Authority.objects.filter(slug=self.cleaned_data["council"]).first()


def find_service(request: HttpRequest) -> HttpResponse:
    """The look-up by postcode or by name; nothing typed here is kept."""
    form = FindForm(_data(request, "postcode"))
    by_name = CouncilForm(_data(request, "council"), get_language())
    found = None
    if form.is_valid() and form.answer:
        found = form.answer.authority()
    elif by_name.is_valid():
        found = by_name.authority()
    context = {
        "form": form,
        "by_name": by_name,
        "authority": found,
        "service_url": _service_url(found),
        "guidance": _guidance(request),
        "sources": (attribution.POSTCODES, attribution.REGISTER),
        "language_links": language_links(request, path_builder=_path_in),
    }
    return render(request, "authorities/find.html", context)


def _data(request: HttpRequest, name: str) -> Any:
    return request.GET if name in request.GET else None


def _guidance(request: HttpRequest) -> Page | None:
    """The page editors write for this look-up: its address is the look-up's own."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    pages = visible_pages(site, get_language())
    page = pages.filter(starter__key=GUIDANCE).first()
    return page.specific if page else None


def _service_url(authority: Authority | None) -> str:
    """Where the authority's service is read in the reader's language, if it has one."""
    if authority is None:
        return ""
    services = Service.objects.filter(authority=authority).select_related("site")
    service = services.first()
    return site_url(service.site, f"/{get_language()}/") if service else ""


def _path_in(language: str) -> str:
    with override(language):
        return reverse("authorities:find")
