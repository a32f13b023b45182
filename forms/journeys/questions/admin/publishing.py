"""Publish what is in work, throw it away, look at a version that was published."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from forms.journeys.questions import services
from forms.journeys.questions.admin.gate import FormScreen
from forms.journeys.questions.admin.overview import lines_of
from forms.journeys.questions.content import Kind
from forms.journeys.questions.judging import contradictions, uneven
from forms.journeys.questions.models import FormVersion
from sites.models import Service


class PublishView(FormScreen):
    """Says what stands in the way, or what publishing does, before it is done."""

    template_name = "journeys/questions/publish.html"
    page_title = gettext_lazy("Publish the form")

    @cached_property
    def is_bound(self) -> bool:
        """Whether the Welsh language standards apply."""
        service = Service.of(self.site)
        return bool(service and service.welsh_standards)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lacking = uneven(self.journey, self.content)
        return super().get_context_data(
            wrong=list(contradictions(self.journey, self.content)),
            lacking=[
                (pair, self.url("question" if key.startswith("own_") else "text", key))
                for key, pair in lacking.items()
            ],
            is_bound=self.is_bound,
            preview_url=self.url("preview"),
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            version = services.publish(
                site=self.site, journey=self.journey, by=request.user
            )
        except services.Refused:
            return self.render_to_response(self.get_context_data(), status=409)
        except services.NothingToPublish:
            messages.warning(request, _("There is nothing new to publish."))
            return self.back()
        words = _("Version %(number)d is published. Whoever begins now is asked it.")
        messages.success(request, words % {"number": version.number})
        return self.back()


class ThrowAwayView(FormScreen):
    """Go on from what is published."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        services.throw_away(site=self.site, kind=self.form_of.kind)
        messages.success(request, _("The changes are gone."))
        return self.back()


class VersionView(FormScreen):
    """A published version, to read; 404 for one of another site."""

    template_name = "journeys/questions/version.html"
    http_method_names = ["get", "head", "options"]

    @cached_property
    def version(self) -> FormVersion:
        """The version that the address names."""
        return get_object_or_404(
            FormVersion.objects.select_related("published_by"),
            site=self.site,
            kind=self.form_of.kind,
            number=self.kwargs["number"],
        )

    def get_page_title(self) -> str:
        return _("Version %(number)d") % {"number": self.version.number}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        content = self.version.read()
        lines = lines_of(self.journey, content)
        return super().get_context_data(
            version=self.version,
            lines=[line for line in lines if line.question],
            kinds=dict(Kind.choices),
            texts=[
                (declared.title, text.said)
                for key, text in content.texts.items()
                if (declared := self.own.text(key))
            ],
            **kwargs,
        )
