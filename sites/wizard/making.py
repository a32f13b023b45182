"""The second screen: what is asked of one service, shown again before it is made."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from cms.admin.roster import reader
from sites.models import Authority
from sites.provisioning import Asked, CannotCreate, create_service, fill_in
from sites.provisioning.creating import service_site
from sites.provisioning.lists import Entry
from sites.provisioning.planning import plan
from sites.wizard.forms import ServiceForm
from sites.wizard.screens import WizardScreen


class MakeView(WizardScreen):
    """Form, then check, then made; the check posts the same fields once more."""

    template_name = "authorities/wizard/form.html"

    @cached_property
    def authority(self) -> Authority:
        return get_object_or_404(Authority, slug=self.kwargs["slug"])

    def get_page_title(self) -> str:
        name = self.authority.council_name(reader())
        return _("Create a service: %(council)s") % {"council": name}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if service_site(self.authority):
            return redirect("authorities_made_service", self.authority.slug)
        new = fill_in(Asked(authority=self.authority))
        return self._show(ServiceForm(initial=ServiceForm.usual(new)))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = ServiceForm(request.POST)
        action = request.POST.get("action")
        if action == "change" or not form.is_valid():
            return self._show(form)
        if action == "make":
            return self._make(form)
        return self._check(form)

    def _check(self, form: ServiceForm) -> HttpResponse:
        asked = form.asked(self.authority)
        planned = plan([Entry(self.authority.slug, asked)])[0]
        if planned.site:
            return redirect("authorities_made_service", self.authority.slug)
        for reason in planned.reasons:
            form.add_error(None, reason)
        if planned.reasons:
            return self._show(form)
        self.template_name = "authorities/wizard/check.html"
        return self._show(form, new=planned.new, manager=asked.manager)

    def _make(self, form: ServiceForm) -> HttpResponse:
        try:
            create_service(form.asked(self.authority), by=self.request.user)
        except CannotCreate as refused:
            for reason in refused.reasons:
                form.add_error(None, reason)
            return self._show(form)
        messages.success(self.request, _("The service is made."))
        return redirect("authorities_made_service", self.authority.slug)

    def _show(self, form: ServiceForm, **more: Any) -> HttpResponse:
        context = self.get_context_data(form=form, authority=self.authority, **more)
        return self.render_to_response(context)
