"""The records of processing and the assessment: on screen, and to print."""

from typing import Any

from django.http import Http404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy, override

from cms.admin.features.screens import Screen
from sites.keeping.screen import may_see_what_is_kept
from sites.models import Service
from sites.notices import assessment
from sites.notices.records import activities_of


class Paper(Screen):
    """A paper in either language, filled with what is true here today."""

    may_open = may_see_what_is_kept
    header_icon = "doc-full"

    @property
    def language(self) -> str:
        """ "en" or "cy"; 404 for any other."""
        asked: str = self.request.GET.get("language", (get_language() or "en")[:2])
        if asked not in ("en", "cy"):
            raise Http404
        return asked

    @cached_property
    def service(self) -> Service:
        """Whose paper it is; the hub has none."""
        service = Service.of(self.site)
        if service is None:
            raise Http404
        return service

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> Any:
        """Drawn at once, in the language of the paper."""
        with override(self.language):
            answer: Any = super().render_to_response(context, **kwargs)
            return answer.render()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            language=self.language,
            service=self.service,
            service_name=self.service.name_in(self.language),
            controller=self.service.controller_in(self.language),
            who_controls=self.service.text_in("who_controls", self.language),
            activities=activities_of(self.service, self.language),
            today=timezone.localdate(),
            **kwargs,
        )


class RecordsView(Paper):
    """What the controller has to be able to show: its records of processing."""

    template_name = "notices/records.html"
    page_title = gettext_lazy("Records of processing")


class AssessmentView(Paper):
    """The assessment, to be finished by people who know the service."""

    template_name = "notices/assessment.html"
    page_title = gettext_lazy("Data protection impact assessment")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            why_needed=assessment.WHY_NEEDED,
            how_it_works=assessment.HOW_IT_WORKS,
            proportionate=assessment.PROPORTIONATE,
            risks=assessment.RISKS,
            questions=assessment.QUESTIONS,
            **kwargs,
        )
