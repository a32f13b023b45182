"""Move a question, retire it, ask it again, or delete one that nobody was asked."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from forms.journeys.questions import services
from forms.journeys.questions.admin.gate import FormScreen
from forms.journeys.questions.admin.overview import told


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


class DeleteView(ActView):
    """Asks first, since it cannot be taken back; then as if it had not been written."""

    template_name = "journeys/questions/delete.html"
    page_title = gettext_lazy("Delete a question")
    http_method_names = ["get", "post", "head", "options"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = told(self.journey, self.content, self.question)
        was_asked = services.is_published(
            self.site, self.form_of.kind, self.question.id
        )
        return super().get_context_data(line=shown, was_asked=was_asked, **kwargs)

    def act(self) -> None:
        services.delete(site=self.site, journey=self.journey, key=self.question.id)
        messages.success(self.request, _("The question is deleted."))
