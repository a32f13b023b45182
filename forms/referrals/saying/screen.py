"""The screen of what the child says: every word so far, and a form for the next."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from forms.casework.admin import OneCase
from forms.referrals.saying.models import Saying
from forms.referrals.saying.services import WORDS, keep_saying, words_of


class SayingForm(forms.Form):
    """What was said, who heard it, when, and in which language."""

    says = forms.ChoiceField(
        label=gettext_lazy("What does the child say?"),
        choices=[*WORDS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what the child says.")},
    )
    how_shown = forms.CharField(
        label=gettext_lazy("How do you know?"),
        help_text=gettext_lazy("Only for a child who shows it without words."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
    )
    heard_by = forms.CharField(
        label=gettext_lazy("Who heard it?"),
        help_text=gettext_lazy("Their name, and who they are to the child."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Write who heard it.")},
    )
    heard_on = forms.DateField(
        label=gettext_lazy("On which day?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": gettext_lazy("Choose the day."),
            "invalid": gettext_lazy("Write a day, as 3/5/2027."),
        },
    )
    language = forms.ChoiceField(
        label=gettext_lazy("In which language did they talk?"),
        choices=Saying.Language,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose a language.")},
    )

    def clean_heard_on(self) -> Any:
        day = self.cleaned_data["heard_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("That day is still to come."))
        return day

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("says") != "shows_without_words":
            data["how_shown"] = ""
        elif not data.get("how_shown"):
            self.add_error("how_shown", _("Write how you know."))
        return data


class SayingView(OneCase, WagtailAdminTemplateMixin, TemplateView):
    """Everything the child said, and a form to keep what they say now."""

    template_name = "referrals/admin/saying.html"
    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show(SayingForm(initial={"heard_on": timezone.localdate()}))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = SayingForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("Nothing was kept. Look at the form below."))
            return self.show(form)
        keep_saying(case=self.case, by=request.user, **form.cleaned_data)
        messages.success(request, self.what_next(form.cleaned_data["says"]))
        return self.back()

    def what_next(self, says: str) -> str:
        """That it is kept, and what a coordinator may want to do about it."""
        if says == "not_now":
            return _("It is kept. Now move the request to “Declined for now”.")
        if says == "not_asked":
            return _("It is kept. Now move the request to “Explain first”.")
        return _("It is kept.")

    def show(self, form: SayingForm) -> HttpResponse:
        """The screen with its form."""
        self.log()
        return self.render_to_response(
            self.get_context_data(
                form=form,
                case=self.case,
                words=words_of(self.case),
                back_url=self.url("case", self.case.pk),
            )
        )

    def get_page_title(self) -> str:
        return _("What the child says")

    def get_page_subtitle(self) -> str:
        return self.case.reference

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.crumbs(), {"url": "", "label": self.get_page_title()}]
