"""Add a question or change it: nobody's words are lost to somebody else's."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from forms.journeys.questions import services
from forms.journeys.questions.admin.forms import QuestionForm
from forms.journeys.questions.admin.gate import FormScreen
from forms.journeys.questions.admin.overview import told
from forms.journeys.questions.content import Content, Kind, Question
from forms.journeys.questions.marks import ChangedMeanwhile, mark_of


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
        return self.form_for(self.kind, self.changed(), data)

    def form_for(
        self, kind: Kind, question: Question | None, data: Any
    ) -> QuestionForm:
        """The form of a question of this kind."""
        return QuestionForm(
            data,
            journey=self.journey,
            own=self.own,
            content=self.content,
            kind=kind,
            question=question,
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or self.form()
        return super().get_context_data(form=form, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST)
        try:
            if not form.is_valid():
                return self.again(form)
            self.keep(form)
        except services.Refused as refused:
            for reason in refused.reasons:
                form.add_error(None, reason)
            return self.again(form)
        except ChangedMeanwhile as changed:
            return self.clash(form, changed.now)
        messages.success(request, _("Kept. Nobody sees it before you publish."))
        return self.back()

    def keep(self, form: QuestionForm) -> None:
        """Keep it; Refused and ChangedMeanwhile say why not."""
        services.write_question(
            site=self.site, journey=self.journey, write=form.written
        )

    def again(self, form: QuestionForm, **shown: Any) -> HttpResponse:
        """The form with what was typed, and what is wrong with it."""
        context = self.get_context_data(form=form, **shown)
        return self.render_to_response(context, status=409 if shown else 200)

    def clash(self, form: QuestionForm, now: Content) -> HttpResponse:
        """The form with what was typed, beside what somebody else has kept."""
        raise NotImplementedError


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

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if "seen" not in kwargs:
            kwargs["seen"] = self.request.POST.get("seen") or mark_of(self.question)
        return super().get_context_data(**kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.is_another():
            return self.gone()
        return super().post(request, *args, **kwargs)

    def is_another(self) -> bool:
        """Whether what was written is of a question that stands here no more."""
        stands = self.content.question(self.kwargs["key"])
        written = self.request.POST.get("kind")
        return written in Kind.values and (stands is None or stands.kind != written)

    def keep(self, form: QuestionForm) -> None:
        services.write_question(
            site=self.site,
            journey=self.journey,
            write=form.written,
            key=self.question.id,
            seen=self.request.POST.get("seen", ""),
        )

    def clash(self, form: QuestionForm, now: Content) -> HttpResponse:
        theirs = now.question(self.question.id)
        if theirs is None or theirs.kind != self.kind:
            return self.gone()
        form.add_error(
            None,
            _(
                "Somebody has changed this question since you opened it. Their words"
                " stand below, yours are in the fields. Nothing of yours is kept yet:"
                " change it where you like, and press Keep to put it in place of"
                " theirs."
            ),
        )
        shown = told(self.journey, now, theirs)
        return self.again(form, theirs=shown, seen=mark_of(theirs))

    def gone(self) -> HttpResponse:
        """What was typed, to be added as a new question."""
        kind = Kind(self.request.POST.get("kind") or self.kind)
        form = self.form_for(kind, None, self.request.POST)
        form.is_valid()
        form.add_error(
            None,
            _(
                "Somebody has deleted this question since you opened it. Your words are"
                " in the fields: press Keep to add them as a new question."
            ),
        )
        return self.again(form, action=self.url("add_kind", kind.value), seen="")
