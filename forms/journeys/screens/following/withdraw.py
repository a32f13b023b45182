"""Withdraw: a page that asks, kindly, and a button that does it."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from forms.casework.by_person import withdraw_case
from forms.journeys.screens.following.base import ChangingScreen
from forms.journeys.screens.following.forms import WithdrawForm


class WithdrawScreen(ChangingScreen):
    """For cases that their person can still end; else it shows how things stand."""

    key = "withdraw"
    template = "journeys/withdraw.html"
    button = _("Withdraw")

    def respond_to_case(self) -> HttpResponse | None:
        """Where to go instead, if it cannot be withdrawn."""
        case = self.case
        if case is None or case.machine.may_withdraw(case.stage):
            return None
        return HttpResponseRedirect(self.link("status"))

    def get(self) -> HttpResponse:
        return self.respond_to_case() or super().get()

    def post(self) -> HttpResponse:
        return self.respond_to_case() or super().post()

    def form(self, data: Any = None) -> WithdrawForm:
        return WithdrawForm(data, case=self.opened)

    def act(self, said: Mapping[str, Any]) -> str:
        withdraw_case(case=self.opened, reason=said.get("reason", ""), why=said["why"])
        return "withdrawn"
