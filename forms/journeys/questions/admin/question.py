"""Add a question, change it, move it, retire it or ask it again."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from forms.journeys.questions import services
from forms.journeys.questions.admin.forms import QuestionForm
from forms.journeys.questions.admin.gate import FormScreen
from forms.journeys.questions.content import Kind, Question


class KindsView(FormScreen):
    """Which kind of answer the new question takes."""

    template_name = "journeys/questions/kinds.html"
    page_title = gettext_lazy("Add a question")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kinds = [(label, self.url("add_kind", key)) for key, label in Kind.choices]
        return super().get_context_data(kinds=kinds, **kwargs)


class WriteView(FormScreen):
    """A question's form; what was typed stays where something is wrong."""

    template_name = "journeys/questions/question.html"

    @property
    def kind(self) -> Kind:
        """What sort of answer it takes."""
        raise NotImplementedError

    def changed(self) -> Question | None:
        """The question that is changed; None for a new one."""
        return None

    def form(self, data: Any = None) -> QuestionForm:
        """The form, empty or filled."""
        return QuestionForm(
            data,
            journey=self.journey,
            own=self.own,
            content=self.content,
            kind=self.kind,
            question=self.changed(),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", self.form())
        return super().get_context_data(kind_label=self.kind.label, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST)
        if form.is_valid() and self.keep(form):
            messages.success(request, _("Kept. Nobody sees it before you publish."))
            return self.back()
        return self.render_to_response(self.get_context_data(form=form))

    def keep(self, form: QuestionForm) -> bool:
        """Keep it; where that would contradict something, say so and keep nothing."""
        changed = self.changed()
        try:
            services.write_question(
                site=self.site,
                journey=self.journey,
                key=changed.id if changed else "",
                write=form.written,
            )
        except services.Refused as refused:
            for reason in refused.reasons:
                form.add_error(None, reason)
            return False
        return True


class NewView(WriteView):
    """A new question of the kind in the address."""

    page_title = gettext_lazy("Add a question")

    @property
    def kind(self) -> Kind:
        if self.kwargs["kind"] not in Kind.values:
            raise Http404
        return Kind(self.kwargs["kind"])


class ChangeView(WriteView):
    """A question of this site's; its kind stays, so that answers keep their sense."""

    page_title = gettext_lazy("Change a question")

    @property
    def kind(self) -> Kind:
        return self.question.kind

    def changed(self) -> Question:
        return self.question


class ActView(FormScreen):
    """Does one thing to a question when its button is pressed."""

    http_method_names = ["post", "options"]

    def act(self) -> None:
        """Do it; Refused says why not."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            self.act()
        except services.Refused as refused:
            messages.error(request, " ".join(refused.reasons))
        return self.back()


class MoveView(ActView):
    """One place up or down, among those of the same place in the form."""

    def act(self) -> None:
        services.move(
            site=self.site,
            journey=self.journey,
            key=self.question.id,
            by=-1 if self.request.POST.get("to") == "up" else 1,
        )


class RetireView(ActView):
    """Not asked any more, or asked again; answers that were given stay."""

    def act(self) -> None:
        services.retire(
            site=self.site,
            journey=self.journey,
            key=self.question.id,
            retired="again" not in self.request.POST,
        )
