"""Suspend a service and resume it: asked first, with a reason."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from cms.suspension import resume, suspend
from sites.network.forms import SuspendForm
from sites.network.screens import OneServiceScreen


class SuspendView(OneServiceScreen):
    """Closes the public side; the hub has no such screen."""

    template_name = "authorities/network/suspend.html"
    page_title = gettext_lazy("Suspend a service")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if self.about.profile.is_hub:
            raise Http404

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", SuspendForm())
        return super().get_context_data(**kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = SuspendForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        suspend(site=self.about, by=request.user, **form.cleaned_data)
        messages.success(request, _("The service is suspended. Nothing was deleted."))
        return redirect("services")


class ResumeView(OneServiceScreen):
    """Opens it again."""

    template_name = "authorities/network/resume.html"
    page_title = gettext_lazy("Open a service again")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        resume(site=self.about, by=request.user)
        messages.success(request, _("The service is open again, as it was."))
        return redirect("services")
