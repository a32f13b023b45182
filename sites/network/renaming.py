"""Rename a service: what would change is shown before it is done."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from cms.addresses import root_url
from sites.network.forms import RenameForm
from sites.network.screens import OneServiceScreen
from sites.renaming import CannotRename, Renaming, pages_that_say, plan, rename


class RenameView(OneServiceScreen):
    """The form, then what would change, then the button that does it."""

    template_name = "authorities/network/rename.html"
    page_title = gettext_lazy("Rename a service")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", self._form(None))
        return super().get_context_data(**kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self._form(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        renaming = Renaming(site=self.about, **form.cleaned_data)
        try:
            if "confirmed" in request.POST:
                return self._done(renaming)
            changes = plan(renaming)
        except CannotRename as refused:
            form.add_error(None, str(refused))
            return self.render_to_response(self.get_context_data(form=form))
        old = [self.service.name_en, self.service.name_cy]
        by_hand = pages_that_say(self.about, old) if changes else []
        context = self.get_context_data(form=form, changes=changes, by_hand=by_hand)
        return self.render_to_response({**context, "is_planned": True})

    def _form(self, data: Any) -> RenameForm:
        return RenameForm(data, authority=self.service.authority)

    def _done(self, renaming: Renaming) -> HttpResponse:
        changes = rename(renaming, by=self.request.user)
        if changes:
            messages.success(self.request, _("The service is renamed."))
        if self.about.pk == self.site.pk and renaming.hostname:
            return redirect(f"{root_url(self.about.pk)}/admin/")
        return redirect("services")
