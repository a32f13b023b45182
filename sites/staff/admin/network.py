"""At the hub: which services have nobody to look after them, and who shall begin."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton

from cms.admin import Listed, listed_sites
from sites.staff.admin.invitations import say_invited
from sites.staff.admin.people import say_reset
from sites.staff.admin.screens import AllServicesScreen
from sites.staff.forms import LostFactorForm, PersonForm
from sites.staff.invitations import invite_first_manager
from sites.staff.queries import managers_by_site, sites_with_invited_manager
from sites.staff.refusals import HasManager, StaffRefusal
from sites.staff.services import reset_second_factor_of_anybody


@dataclass(frozen=True)
class Row:
    """A service; how many look after it; whether somebody has been invited to."""

    listed: Listed
    managers: int
    is_invited: bool


class ServicesView(AllServicesScreen):
    """Every service: those that nobody looks after first. No names of people."""

    template_name = "staff/admin/services.html"
    page_title = gettext_lazy("First managers")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        address = reverse("staff_lost_factor")
        label = _("A lost second factor")
        return [HeaderButton(label, url=address, icon_name="lock")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = list(_rows())
        return super().get_context_data(
            without=[row for row in rows if not row.managers],
            others=[row for row in rows if row.managers],
            **kwargs,
        )


class FirstManagerView(AllServicesScreen):
    """Invites the first manager of one service."""

    template_name = "staff/admin/first_manager.html"
    above = [("staff_services", gettext_lazy("First managers"))]
    kwargs: dict[str, Any]

    @cached_property
    def listed(self) -> Listed:
        """The service that the address names; 404 where there is none."""
        for listed in listed_sites():
            if listed.site.pk == self.kwargs["pk"] and not listed.is_hub:
                return listed
        raise Http404

    def get_page_title(self) -> str:
        return _("Invite the first manager of %(service)s") % {
            "service": self.listed.name
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", PersonForm())
        return super().get_context_data(listed=self.listed, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form, site = PersonForm(request.POST), self.listed.site
        if form.is_valid():
            try:
                invite_first_manager(site=site, by=request.user, **form.cleaned_data)
            except HasManager as refusal:
                messages.error(request, str(refusal))
                return redirect("staff_services")
            except StaffRefusal as refusal:
                form.add_error("email", str(refusal))
            else:
                say_invited(request, form.cleaned_data["first_name"])
                return redirect("staff_services")
        return self.render_to_response(self.get_context_data(form=form))


class LostFactorView(AllServicesScreen):
    """Takes away the second factor that somebody, anywhere, has lost."""

    template_name = "staff/admin/lost_factor.html"
    page_title = gettext_lazy("A lost second factor")
    above = [("staff_services", gettext_lazy("First managers"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", LostFactorForm())
        return super().get_context_data(**kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = LostFactorForm(request.POST)
        if form.is_valid():
            email = form.cleaned_data["email"]
            try:
                reset_second_factor_of_anybody(email=email, by=request.user)
            except StaffRefusal as refusal:
                form.add_error("email", str(refusal))
            else:
                say_reset(request, email)
                return redirect("staff_services")
        return self.render_to_response(self.get_context_data(form=form))


def _rows() -> Iterator[Row]:
    managers, invited = managers_by_site(), sites_with_invited_manager()
    for listed in listed_sites():
        pk = listed.site.pk
        if not listed.is_hub:
            yield Row(listed, managers[pk], pk in invited)
