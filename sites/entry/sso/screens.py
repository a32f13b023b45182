"""The network administrators' screens: which council's sign-in is in use where."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log
from wagtail.models import Site

from cms.admin import listed_sites
from cms.admin.features.screens import NetworkScreen
from sites.entry.models import IdentityProvider
from sites.entry.sso.trying import trouble_with


class ProviderForm(forms.ModelForm):
    """The secret is written, never shown again; left empty it stays as it is."""

    client_secret = forms.CharField(
        label=gettext_lazy("Client secret"),
        required=False,
        strip=True,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("Leave it empty to keep the one that is stored."),
    )

    issuer = forms.URLField(
        label=gettext_lazy("Issuer"),
        assume_scheme="https",
        help_text=IdentityProvider._meta.get_field("issuer").help_text,
    )

    class Meta:
        model = IdentityProvider
        fields = [
            "is_on",
            "name_en",
            "name_cy",
            "issuer",
            "client_id",
            "client_secret",
            "domains",
            "asks_second_factor",
            "is_only_way",
        ]

    def clean_client_secret(self) -> str:
        """The new secret, else the stored one, which goes to no other server."""
        secret = str(self.cleaned_data["client_secret"])
        if secret or not self.instance.client_secret:
            return secret
        if "issuer" in self.changed_data:
            raise forms.ValidationError(
                _("The issuer is another: enter the client secret again.")
            )
        return str(self.instance.client_secret)


class ProvidersView(NetworkScreen):
    """Every site, and whether its council's own sign-in is in use."""

    template_name = "entry/admin/providers.html"
    page_title = gettext_lazy("Single sign-on")
    header_icon = "key"
    above = []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        known = {row.site_id: row for row in IdentityProvider.objects.all()}
        rows = [(listed, known.get(listed.site.pk)) for listed in listed_sites()]
        return super().get_context_data(rows=rows, **kwargs)


class ProviderView(NetworkScreen):
    """One site's council: what its sign-in is, and on or off."""

    template_name = "entry/admin/provider.html"
    page_title = gettext_lazy("Single sign-on")
    header_icon = "key"
    above = [("entry_providers", gettext_lazy("Single sign-on"))]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._show(ProviderForm(instance=self._row()))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = ProviderForm(request.POST, instance=self._row())
        if not form.is_valid():
            return self._show(form)
        if "try" in request.POST:
            return self._try(form)
        row = form.save()
        # Which fields, never what stands in them: one is a secret.
        log(
            row,
            "entry.single_sign_on_changed",
            user=request.user,
            data={"site": row.site.hostname, "fields": form.changed_data},
        )
        messages.success(request, _("Single sign-on is saved."))
        return redirect("entry_providers")

    def _try(self, form: ProviderForm) -> HttpResponse:
        """Ask the server that the form names; nothing is saved."""
        if trouble := trouble_with(form.cleaned_data["issuer"]):
            messages.error(self.request, trouble)
        else:
            messages.success(
                self.request,
                _("The server answers as it should. Nothing is saved yet."),
            )
        return self._show(form)

    def _row(self) -> IdentityProvider:
        site = get_object_or_404(Site, pk=self.kwargs["site_id"])
        row = IdentityProvider.objects.filter(site=site).first()
        return row or IdentityProvider(site=site)

    def _show(self, form: ProviderForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        site = self._row().site
        back = f"https://{site.hostname}{reverse('entry_council_callback')}"
        return super().get_context_data(place=site, callback=back, **kwargs)
