"""What all the screens share: who may open them, one request, a page with one form."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Site

from cms.admin import roles_at
from cms.admin.features.screens import Screen
from cms.privacy import log_read
from cms.roles import RIGHTS_ROLES
from sites.rights.models import RightsRequest
from sites.rights.services import RightsError

KIND = "rights.rightsrequest"


def may_answer(user: Any, site: Site | None) -> bool:
    """Whether the person manages `site`, which is a service."""
    return site is not None and bool(roles_at(user, site) & RIGHTS_ROLES)


class RightsScreen(Screen):
    """For the managers of the host's service; 404 for all others."""

    may_open = may_answer
    header_icon = "user"
    above = [("rights", gettext_lazy("Requests about people’s own data"))]


class OneRequest(RightsScreen):
    """A screen of one request of this service; that it was read is logged."""

    kwargs: dict[str, Any]

    @cached_property
    def asked(self) -> RightsRequest:
        """The request; 404 for another service's."""
        rows = RightsRequest.objects.select_related("officer")
        return get_object_or_404(rows, pk=self.kwargs["asked"], site=self.site)

    def log(self, action: str = "view") -> None:
        """Record that somebody read it."""
        log_read(
            site=self.site,
            user=self.request.user,
            kind=KIND,
            reference=str(self.asked.pk),
            action=action,
            request=self.request,
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.log()
        return super().get(request, *args, **kwargs)

    def url(self, name: str, *args: Any) -> str:
        """The address of another screen of this request."""
        return reverse(name, args=[self.asked.pk, *args])

    def back(self) -> HttpResponse:
        """To the request itself."""
        return redirect(self.url("rights_request"))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        items = super().get_breadcrumbs_items()
        own = {"url": self.url("rights_request"), "label": str(self.asked)}
        return [*items[:-1], own, *items[-1:]]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{**kwargs, "asked": self.asked})


class OneForm(OneRequest):
    """A page that asks one thing and does it; what was typed wrong stays."""

    template_name = "rights/form.html"
    form_class: type[forms.Form]
    intro: Any = ""
    button: Any = gettext_lazy("Save")
    done: Any = gettext_lazy("Saved.")

    def make_form(self, data: Any = None) -> Any:
        """The form, filled with what was posted."""
        return self.form_class(data)

    def act(self, data: dict[str, Any]) -> None:
        """Do it; a RightsError says that it cannot be done."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.make_form(request.POST)
        if not form.is_valid():
            self.log()
            return self.render_to_response(self.get_context_data(form=form))
        try:
            self.act(form.cleaned_data)
        except RightsError as refused:
            messages.error(request, said(refused))
        else:
            messages.success(request, self.done)
        return self.back()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or self.make_form()
        return super().get_context_data(
            form=form, intro=self.intro, button=self.button, **kwargs
        )


def said(refused: RightsError) -> str:
    """Why something cannot be done, for whoever wanted it."""
    words = {
        "NotOpen": _("This request has been answered, refused or taken back."),
        "TooLateToExtend": _(
            "It cannot be extended: its clock stands still, it has been extended"
            " already, or its first month is over."
        ),
        "IdentityUnknown": _("First make sure that it is them."),
        "NotTaken": _("The record does not take this: look at how it is written."),
        "Undecided": _("Something is not decided yet."),
        "NothingDone": _("Nothing has been done yet."),
        "Changed": _("The records have changed since: look at them again."),
    }
    return words[type(refused).__name__]
