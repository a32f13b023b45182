"""The translator's list of tasks, and asking for one."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Site

from cms.admin.features.screens import Screen
from cms.admin.translations.page import (
    NOTHING_TO_DO,
    PageScreen,
    may_ask,
    may_translate,
)
from cms.language.choice import languages_of
from cms.language.translations.states import state_of
from cms.language.translations.tasks import (
    ask_for_translation,
    open_tasks,
    translators_at,
    withdraw,
)
from cms.models import TranslationTask


class TaskForm(forms.Form):
    """Who, until when, and what they should know."""

    assignee = forms.ModelChoiceField(
        label=gettext_lazy("Who"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("Whoever translates"),
    )
    due_on = forms.DateField(
        label=gettext_lazy("Ready by"),
        widget=AdminDateInput,
        error_messages={"required": gettext_lazy("Choose a day.")},
    )
    note = forms.CharField(
        label=gettext_lazy("What they should know"), max_length=300, required=False
    )

    def __init__(self, *args: Any, site: Site, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assignee"].queryset = translators_at(site)  # type: ignore[attr-defined]  # a choice of rows

    def clean_due_on(self) -> Any:
        """A day that is over helps nobody."""
        day = self.cleaned_data["due_on"]
        if day < timezone.localdate():
            raise ValidationError(_("Choose today or a later day."))
        return day


class TasksView(Screen):
    """What is to be translated at this service: one's own first."""

    header_icon = "wagtail-localize-language"
    template_name = "cms/admin/translations/tasks.html"
    page_title = gettext_lazy("To translate")
    may_open = may_translate

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        tasks = list(open_tasks(self.site))
        mine = [t for t in tasks if t.assignee_id in (None, self.request.user.pk)]
        return super().get_context_data(
            mine=mine,
            others=[t for t in tasks if t not in mine],
            may_ask=may_ask(self.request.user, self.site),
            **kwargs,
        )


class AskView(PageScreen):
    """Ask for the page in a language in which it is not ready."""

    template_name = "cms/admin/translations/ask.html"
    page_title = gettext_lazy("Ask for a translation")
    above = [("cms_translations", gettext_lazy("To translate"))]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.language = kwargs["language"]
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self._refuse()
        kwargs.setdefault("form", TaskForm(site=self.page_site))
        told = {"page": self.page, "language": self.language}
        return super().get_context_data(**kwargs | told)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self._refuse()
        form = TaskForm(request.POST, site=self.page_site)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        ask_for_translation(
            site=self.page_site,
            page=self.page,
            language=self.language,
            by=request.user,
            **form.cleaned_data,
        )
        messages.success(request, _("The task is on the list of those who translate."))
        return redirect("cms_translation", self.page.pk)

    def _refuse(self) -> None:
        if self.language not in languages_of(self.page_site):
            raise Http404
        if state_of(self.page, self.language).state in NOTHING_TO_DO:
            raise Http404
        if not may_ask(self.request.user, self.page_site):
            raise PermissionDenied


class WithdrawView(Screen):
    """Nobody is to do it any more."""

    http_method_names = ["post"]
    may_open = may_ask

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        withdraw(task=get_object_or_404(TranslationTask, pk=pk, site=self.site))
        messages.success(request, _("The task is withdrawn."))
        return redirect("cms_translations")
