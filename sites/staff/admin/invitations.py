"""Invite somebody; send an invitation again; take it back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from sites.staff.admin.screens import StaffScreen
from sites.staff.forms import InviteForm
from sites.staff.invitations import invite, send_again, withdraw
from sites.staff.models import Invitation
from sites.staff.refusals import StaffRefusal


class InviteView(StaffScreen):
    """Who, in which language, as what."""

    template_name = "staff/admin/invite.html"
    page_title = gettext_lazy("Invite somebody")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", InviteForm(site=self.site))
        return super().get_context_data(**kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = InviteForm(request.POST, site=self.site)
        if form.is_valid():
            try:
                invite(site=self.site, by=request.user, **form.cleaned_data)
            except StaffRefusal as refusal:
                form.add_error("email", str(refusal))
            else:
                say_invited(request, form.cleaned_data["first_name"])
                return redirect("staff")
        return self.render_to_response(self.get_context_data(form=form))


class OneInvitation(StaffScreen):
    """One of the site's own invitations; another's is 404."""

    @cached_property
    def invitation(self) -> Invitation:
        """The invitation that the address names, if it is this site's."""
        return get_object_or_404(Invitation, pk=self.kwargs["pk"], site=self.site)

    def act(self, service: Any, done: str) -> HttpResponse:
        """Do it by `service`, or say why not; back to the list."""
        try:
            service(invitation=self.invitation, by=self.request.user)
        except StaffRefusal as refusal:
            messages.error(self.request, str(refusal))
        else:
            messages.success(self.request, done % {"name": self.invitation.name})
        return redirect("staff")


class AgainView(OneInvitation):
    """Sends a fresh link when the button of the list is pressed."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("staff") if self.invitation else HttpResponse()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.act(send_again, _("The invitation to %(name)s is sent again."))


class WithdrawView(OneInvitation):
    """Asks before an invitation is taken back."""

    template_name = "staff/admin/withdraw.html"
    page_title = gettext_lazy("Withdraw an invitation")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(invitation=self.invitation, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.act(withdraw, _("The invitation to %(name)s is withdrawn."))


def say_invited(request: HttpRequest, name: str) -> None:
    """Say that the mail is on its way."""
    words = _("%(name)s is invited. The link in the mail works for seven days.")
    messages.success(request, words % {"name": name})
