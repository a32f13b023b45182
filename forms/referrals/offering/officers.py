"""The officers as staff see them: who has a link; send, renew, withdraw it."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton

from forms.referrals.offering.forms import OfficerForm
from forms.referrals.offering.models import OfferLink
from forms.referrals.offering.screens import OfOffers
from forms.referrals.offering.services import (
    LinkClosed,
    OnTheList,
    add_link,
    renew_link,
    send_link,
    withdraw_link,
)

OFFICERS = gettext_lazy("Reviewing officers")


class OfficersView(OfOffers):
    """Who can note offers, and when each did last."""

    page_title = OFFICERS
    template_name = "referrals/offering/admin/officers.html"
    http_method_names = ["get", "head", "options"]

    @property
    def header_buttons(self) -> list[HeaderButton]:
        url = self.url("offer_links:add")
        return [HeaderButton(_("Add a reviewing officer"), url=url, icon_name="plus")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        links = list(OfferLink.objects.filter(site=self.site))
        self.log_officers(links)
        links.sort(key=lambda link: (not link.is_open, link.name.casefold()))
        return {
            **super().get_context_data(**kwargs),
            "lines": [
                {
                    "link": link,
                    **{
                        name: self.url(f"offer_links:{name}", link.pk)
                        for name in ("send", "renew", "withdraw")
                    },
                }
                for link in links
            ],
        }


class AddView(OfOffers):
    """Name and address; the link goes out straight away."""

    page_title = gettext_lazy("Add a reviewing officer")
    template_name = "referrals/offering/admin/add.html"
    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show(OfficerForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = OfficerForm(request.POST)
        if form.is_valid():
            try:
                add_link(site=self.site, by=request.user, **form.cleaned_data)
            except OnTheList as error:
                form.add_error("email", str(error))
            else:
                messages.success(request, _("The link is on its way to them."))
                return redirect("offer_links:index")
        messages.error(request, _("Nothing was kept. Look at the form below."))
        return self.show(form)

    def show(self, form: OfficerForm) -> HttpResponse:
        """The screen with its form."""
        back = self.url("offer_links:index")
        return self.render_to_response(self.get_context_data(form=form, back_url=back))


class OneOfficer(OfOffers):
    """Does one thing to a link when its button is pressed."""

    done: ClassVar[Any] = ""
    http_method_names = ["get", "post", "head", "options"]

    @cached_property
    def link(self) -> OfferLink:
        """The link; 404 for another service's."""
        return get_object_or_404(OfferLink, pk=self.kwargs["pk"], site=self.site)

    def act(self) -> None:
        """Do it; LinkClosed where it was withdrawn meanwhile."""
        raise NotImplementedError

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _found = self.link  # 404 for another service's, as for the button.
        return self.back()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _found = self.link
        try:
            self.act()
        except LinkClosed:
            messages.error(request, _("The link was withdrawn. Make a new one."))
        else:
            messages.success(request, self.done)
        return self.back()

    def back(self) -> HttpResponse:
        """To the list."""
        return redirect("offer_links:index")


class SendView(OneOfficer):
    """The same link once more."""

    done = gettext_lazy("The link is on its way to them.")

    def act(self) -> None:
        send_link(self.link)


class RenewView(OneOfficer):
    """A new link; the old one is dead."""

    done = gettext_lazy(
        "A new link is on its way to them. The old one works no longer."
    )

    def act(self) -> None:
        renew_link(self.link)


class WithdrawView(OneOfficer):
    """Ask once, then let the link work no longer."""

    page_title = gettext_lazy("Withdraw this link?")
    template_name = "referrals/offering/admin/withdraw.html"
    done = gettext_lazy("The link works no longer. What was noted by it stays.")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.log_officers([self.link])
        back = self.url("offer_links:index")
        return self.render_to_response(
            self.get_context_data(link=self.link, back_url=back)
        )

    def act(self) -> None:
        withdraw_link(self.link)
