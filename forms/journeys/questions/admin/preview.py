"""The form as applicants see it, through its own screens; keeps nothing."""

from collections.abc import Iterator
from copy import copy
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views import View

from forms.journeys.declaring import Journey, Words
from forms.journeys.models import Receipt
from forms.journeys.pages import JourneyPage
from forms.journeys.questions.admin.gate import FormScreen, OfForm
from forms.journeys.questions.asking import shaped, text_of
from forms.journeys.questions.content import OWN, Content, Said
from forms.journeys.screen_slugs import LANGUAGES
from forms.journeys.screens.sent import SentScreen
from forms.journeys.screens.start import StartScreen
from forms.journeys.screens.step import StepScreen


def parts_of(journey: Journey, content: Content) -> Iterator[tuple[str, Words]]:
    """What a preview leads through: the start, own questions and words, the end."""
    yield "start", gettext_lazy("The first page")
    for step in shaped(journey, content).steps:
        if OWN.fullmatch(step.key) or step.own_words or step.added_words:
            label = next(iter(step.form_class.base_fields.values())).label
            yield step.key, step.title or str(label)
    yield "sent", gettext_lazy("After sending")


class PreviewListView(FormScreen):
    """What can be looked at, in either language."""

    template_name = "journeys/questions/preview.html"
    page_title = gettext_lazy("Preview")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        parts = [
            (title, [(c, self.url("preview_part", c, part)) for c in LANGUAGES])
            for part, title in parts_of(self.journey, self.content)
        ]
        has_page = self.page_in("en") is not None
        return super().get_context_data(parts=parts, has_page=has_page, **kwargs)


class Preview:
    """A screen of the form, as what is in work makes it: it leads to other previews."""

    def __init__(self, *, content: Content, view: "PreviewView", **what: Any) -> None:
        self.in_work, self.view = content, view
        super().__init__(**what)
        self.language = view.kwargs["language"]
        self.journey = shaped(self.declared, content)

    declared: Journey
    draft = None
    receipt = None
    version = None

    def own_words(self, key: str) -> Said | None:
        return text_of(self.in_work, key)

    def address(self, where: str = "start", **query: str) -> str:
        """The preview of another part; of one that is ours alone, the list."""
        parts = [part for part, _title in parts_of(self.declared, self.in_work)]
        if where in parts:
            return self.view.url("preview_part", self.language, where)
        return self.view.url("preview")

    def other_language(self, language: str) -> str | None:
        return self.view.url("preview_part", language, self.view.kwargs["part"])

    def carried_notice(self) -> str:
        return _("This is a preview: nothing is kept, and nobody else sees it.")


class PreviewStart(Preview, StartScreen):
    """The first page; its button leads to the first part of the preview."""

    def address(self, where: str = "start", **query: str) -> str:
        return self.view.after("start")

    def render(self, **more: Any) -> TemplateResponse:
        return super().render(preview=self.carried_notice(), **more)


class PreviewStep(Preview, StepScreen):
    """A question: what is typed is judged as an applicant's would be, and forgotten."""

    def get(self) -> HttpResponse:
        return self.show(self.step.form(self.situation))

    def post(self) -> HttpResponse:
        form = self.step.form(self.situation, self.request.POST)
        if not form.is_valid():
            return self.show(form)
        return HttpResponseRedirect(self.view.after(self.step.key))

    def back_address(self) -> str:
        return self.view.url("preview")


class PreviewSent(Preview, SentScreen):
    """The end, with a number that is nobody's."""

    def get(self) -> HttpResponse:
        return self.render(
            receipt=Receipt(reference="ABC-1234"),
            own_words=self.own_words("confirmation"),
            next_steps=[_("We will be in touch.")],
        )

    def post(self) -> HttpResponse:
        return HttpResponseRedirect(self.view.url("preview"))


class PreviewView(OfForm, View):
    """One part of the form in one language."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        language, part = self.kwargs["language"], self.kwargs["part"]
        page = self.page_in(language)
        if language not in LANGUAGES or part not in self.parts or page is None:
            raise Http404
        shown = {"start": PreviewStart, "sent": PreviewSent}.get(part, PreviewStep)
        with override(language):
            screen: Any = shown(
                content=self.content,
                view=self,
                page=page,
                request=_as_public(request, page),
                part=part,
            )
            answer = screen.post() if request.method == "POST" else screen.get()
            if isinstance(answer, TemplateResponse):
                answer.render()
        add_never_cache_headers(answer)
        return cast(HttpResponse, answer)

    @property
    def parts(self) -> list[str]:
        """What the preview leads through."""
        return [part for part, _title in parts_of(self.journey, self.content)]

    def after(self, part: str) -> str:
        """The address of what follows; of the list, at the end."""
        following = self.parts[self.parts.index(part) + 1 :]
        if not following:
            return self.url("preview")
        return self.url("preview_part", self.kwargs["language"], following[0])


def _as_public(request: HttpRequest, page: JourneyPage) -> HttpRequest:
    """The same request at the page's own address: what stands around it asks there."""
    public = copy(request)
    public.path = public.path_info = page.address(request)
    return public
