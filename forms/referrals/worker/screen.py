"""The screen with the one button that writes to the child's social worker."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from forms.casework.admin import OneCase
from forms.casework.errors import CaseworkError
from forms.referrals.models import Referral
from forms.referrals.worker.services import may_write, write_to_worker, written


class WorkerForm(forms.Form):
    """Where it goes. `seen` is how many such mails there were on this screen."""

    name = forms.CharField(
        label=gettext_lazy("Name of the social worker"),
        help_text=gettext_lazy("You can leave this empty. The email does not say it."),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Email address of the social worker"),
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={
            "required": gettext_lazy("Write the address of the social worker."),
            "invalid": gettext_lazy(
                "Write an email address like mari@council.example."
            ),
        },
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class WorkerView(OneCase, WagtailAdminTemplateMixin, TemplateView):
    """See what the mail holds, and send it."""

    template_name = "referrals/admin/worker.html"
    http_method_names = ["get", "post", "head", "options"]

    @property
    def referral(self) -> Referral:
        """A carer's or a relative's request that is open; 404 for any other."""
        referral = Referral.objects.filter(case=self.case).first()
        if referral is None or self.case.is_closed or not may_write(referral):
            raise Http404
        return referral

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        known = self.referral.worker or {}
        count = written(self.case).count()
        return self.show(WorkerForm(initial={**known, "seen": count}))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _checked, form = self.referral, WorkerForm(request.POST)
        if form.is_valid():
            try:
                write_to_worker(case=self.case, **form.cleaned_data)
            except CaseworkError as error:
                messages.warning(request, str(error))
            else:
                messages.success(request, _("The email to the social worker goes now."))
            return self.back()
        messages.error(request, _("Nothing was sent. Look at the form below."))
        return self.show(form)

    def show(self, form: WorkerForm) -> HttpResponse:
        """The screen with its form; whoever sees it has read the case."""
        self.log()
        return self.render_to_response(
            self.get_context_data(
                form=form,
                case=self.case,
                before=[mail.created_at for mail in written(self.case)],
                back_url=self.url("case", self.case.pk),
            )
        )

    def get_page_title(self) -> str:
        return _("Write to the child’s social worker")

    def get_page_subtitle(self) -> str:
        return self.case.reference

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.crumbs(), {"url": "", "label": self.get_page_title()}]
