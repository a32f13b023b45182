"""The web addresses of a service: its managers read them, the network changes them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Site

from cms.admin.features.screens import ServiceScreen
from sites.hosts import add_name, remove_name, shown_hostname
from sites.models import HostAlias
from sites.network.forms import NameForm
from sites.network.screens import OneServiceScreen


def names_of(site: Site) -> dict[str, Any]:
    """The canonical name and the others, as the list shows them."""
    return {
        "canonical": shown_hostname(site.hostname),
        "names": [
            (alias, shown_hostname(alias.hostname))
            for alias in HostAlias.objects.filter(site=site)
        ],
    }


class OwnAddressesView(ServiceScreen):
    """Those of one's own service: to read."""

    template_name = "authorities/network/own_addresses.html"
    page_title = gettext_lazy("Web addresses")
    header_icon = "globe"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**names_of(self.site), **kwargs)


class AddressesView(OneServiceScreen):
    """Those of any service: to add to and to take away from."""

    template_name = "authorities/network/addresses.html"
    page_title = gettext_lazy("Web addresses")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", NameForm())
        return super().get_context_data(**names_of(self.about), **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = NameForm(request.POST)
        if form.is_valid():
            try:
                alias = add_name(site=self.about, by=request.user, **form.cleaned_data)
            except ValidationError as error:
                form.add_error("hostname", error)
            else:
                added = _("%(name)s is now a web address of the service.")
                shown = shown_hostname(alias.hostname)
                messages.success(request, added % {"name": shown})
                return redirect("service_addresses", self.about.pk)
        return self.render_to_response(self.get_context_data(form=form))


class RemoveView(OneServiceScreen):
    """Asks before it takes a name away."""

    template_name = "authorities/network/remove_address.html"
    page_title = gettext_lazy("Take a web address away")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.alias = get_object_or_404(HostAlias, pk=kwargs["name"], site=self.about)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        name = shown_hostname(self.alias.hostname)
        return super().get_context_data(**{**kwargs, "name": name})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        name = shown_hostname(self.alias.hostname)
        remove_name(alias=self.alias, by=request.user)
        messages.success(request, _("%(name)s was taken away.") % {"name": name})
        return redirect("service_addresses", self.about.pk)
