"""What the links to a new and to a former e-mail address open.

A GET changes nothing: programs that look through mails follow links before people do.
Who opens them may be a stranger, where somebody mistyped: no screen says more than the
reference, which stood in the mail.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from forms.casework.contact import (
    CONFIRM,
    REFUSE,
    confirm_address,
    find_new_address,
    refuse_address,
)
from forms.casework.models import Case, NewAddress
from forms.journeys.screen_slugs import SCREEN_SLUGS
from forms.journeys.screens.following.base import FollowingScreen


class NewAddressScreen(FollowingScreen):
    """A question about one new address, and a button that answers it."""

    button: ClassVar[Any]

    @cached_property
    def new(self) -> NewAddress | None:
        """The new address that the link is about."""
        return find_new_address(
            site=self.site, kind=self.declared.kind, token=self.token, purpose=self.key
        )

    @property
    def case(self) -> Case | None:
        """The case whose address it is."""
        return self.new.case if self.new else None

    def place(self) -> tuple[Mapping[str, str] | None, str]:
        return SCREEN_SLUGS[self.key], self.token

    def get(self) -> HttpResponse:
        return self.show() if self.new else self.gone()

    def post(self) -> HttpResponse:
        if self.new is None:
            return self.once_more(self.gone())
        if self.csrf_failed:
            return self.once_more(self.show(notice=self.words("again")))
        notice = self.act(self.new)
        return self.redirect("status", notice=notice) if notice else self.gone()

    def act(self, new: NewAddress) -> str:
        """Do it; returns the notice that says so, or none where it was too late."""
        raise NotImplementedError

    def show(self, **more: Any) -> HttpResponse:
        """The question."""
        reference = self.opened.reference
        return self.render(reference=reference, button_text=self.button, **more)

    def gone(self) -> HttpResponse:
        """The link was used, is too old, or somebody has asked for another address."""
        return self.render(
            template="journeys/address_gone.html",
            status=404,
            ask_url=self.address("status"),
        )


class ConfirmAddressScreen(NewAddressScreen):
    """For the new address."""

    key = CONFIRM
    template = "journeys/confirm_address.html"
    button = _("Confirm this address")

    def act(self, new: NewAddress) -> str:
        return "address_confirmed" if confirm_address(new) else ""


class NotMeScreen(NewAddressScreen):
    """For the address that we have."""

    key = REFUSE
    template = "journeys/not_me.html"
    button = _("It was not me")

    def act(self, new: NewAddress) -> str:
        return "address_disputed" if refuse_address(new) else "address_refused"
