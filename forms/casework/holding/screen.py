"""On a case's screen: hold it, and lift the hold. For the service's managers."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from forms.casework.admin.case import ActionView
from forms.casework.holding.services import hold_case, lift_hold


class _ManagersView(ActionView):
    """404 for everybody else, as if it were not there."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.may_hold:
            raise Http404
        return super().post(request, *args, **kwargs)


class HoldView(_ManagersView):
    """Keep it from being deleted."""

    form_name = "hold"
    done = _("It is held: it is not deleted until the hold is lifted.")

    def act(self, form: Any) -> None:
        why = form.cleaned_data["why_held"]
        hold_case(case=self.case, why=why, by=self.request.user)


class LiftView(_ManagersView):
    """Let it go when its time is over."""

    form_name = "lift"
    done = _("The hold is lifted: it is deleted when its time is over.")

    def act(self, form: Any) -> None:
        lift_hold(case=self.case, by=self.request.user)
