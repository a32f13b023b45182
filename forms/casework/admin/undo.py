"""Keyed in by mistake: asks whether and why, and takes the case out again."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from forms.casework.admin.case import OneCase
from forms.casework.errors import CaseworkError, NotTakenOut
from forms.casework.keying.undoing import (
    Mistake,
    may_be_undone,
    undo_keying,
    was_told,
)


class MistakeForm(forms.Form):
    """Why it is taken out."""

    mistake = forms.TypedChoiceField(
        label=gettext_lazy("Why do you take it out?"),
        choices=Mistake.choices,
        coerce=Mistake,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose why you take it out.")},
    )


class UndoView(OneCase, WagtailAdminTemplateMixin, TemplateView):
    """What happens to whom, before it does; where they were told, how to close it."""

    template_name = "casework/admin/undo.html"
    http_method_names = ["get", "post", "head", "options"]
    page_title = gettext_lazy("Keyed in by mistake")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_be_undone(self.case):
            return self.refuse(NotTakenOut())
        return self.show(MistakeForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = MistakeForm(request.POST)
        if not form.is_valid():
            return self.show(form)
        reference = self.case.reference
        try:
            undo_keying(
                case=self.case, mistake=form.cleaned_data["mistake"], by=request.user
            )
        except CaseworkError as error:
            return self.refuse(error)
        words = _("%(reference)s is taken out, and what was keyed in is deleted.")
        messages.success(request, words % {"reference": reference})
        return redirect(self.url("index"))

    def refuse(self, error: CaseworkError) -> HttpResponse:
        """Back to the case, saying why it stays."""
        messages.error(self.request, str(error))
        return self.back()

    def show(self, form: MistakeForm) -> HttpResponse:
        """The question, with the person it is about: that counts as reading it."""
        self.log()
        return self.render_to_response(
            self.get_context_data(
                form=form,
                case=self.case,
                was_told=was_told(self.case),
                case_url=self.url("case", self.case.pk),
            )
        )

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.crumbs(), {"url": "", "label": self.page_title}]
