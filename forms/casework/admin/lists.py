"""The lists of an inbox: a few that are ready, and those that somebody keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views import View
from wagtail.admin import messages

from forms.casework.admin.filters import CaseFilters
from forms.casework.admin.gate import InInbox
from forms.casework.models import SavedFilter
from forms.casework.saved_filters import (
    MOST,
    TooManyFilters,
    filters_of,
    keep_filter,
)

READY_MADE = (
    ("", pgettext_lazy("list of cases", "All")),
    ("assignee=me", pgettext_lazy("list of cases", "Mine")),
    ("needs=today", pgettext_lazy("list of cases", "Due today")),
    ("needs=waiting", pgettext_lazy("list of cases", "Waiting for the person")),
)


@dataclass(frozen=True)
class Listed:
    """A link to a list; `forget` is where its owner lets it go."""

    name: str | Promise
    url: str
    is_current: bool
    forget: str = ""


def asked(query: Mapping[str, Any]) -> str:
    """The filters of a query, always in the same order, and nothing else of it."""
    names = sorted(CaseFilters.base_filters)
    return urlencode([(name, query[name]) for name in names if query.get(name)])


def lists_for(view: Any) -> dict[str, Any]:
    """The links above the list, and what to keep of the filters that are set."""
    index, current = view.url("index"), asked(view.request.GET)

    def listed(name: str | Promise, query: str, forget: str = "") -> Listed:
        here = query == current and not view.is_searching
        return Listed(name, f"{index}?{query}" if query else index, here, forget)

    kept = filters_of(site=view.site, user=view.request.user, kind=view.inbox.kind)
    steps = [(f"step={step.key}", step.name) for step in view.machine.steps]
    ready = [listed(name, query) for query, name in (*READY_MADE, *steps)]
    own = [
        listed(row.name, row.asked, view.url("forget_filter", row.pk)) for row in kept
    ]
    known = any(link.is_current for link in (*ready, *own))
    is_new = bool(current) and not known and not view.is_searching
    return {
        "ready": ready,
        "own": own,
        "forget": next((link for link in own if link.is_current), None),
        "to_keep": current if is_new and view.filters.is_valid() else "",
        "keep_url": view.url("keep_filter"),
        "gone": bool(current) and not view.filters.is_valid(),
    }


class KeepForm(forms.Form):
    """What to call a list."""

    name = forms.CharField(
        max_length=40,
        error_messages={"required": gettext_lazy("Write what to call the list.")},
    )
    asked = forms.CharField(max_length=300, required=False)


class KeepFilterView(InInbox, View):
    """Keep the filters that are set, under a name, for whoever asks."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = KeepForm(request.POST)
        query = QueryDict(str(form.data.get("asked", "")))
        wanted = asked(query)
        back = redirect(f"{self.url('index')}?{wanted}")
        if not form.is_valid() or not self.fits(query):
            said = [error for errors in form.errors.values() for error in errors]
            messages.error(request, said[0] if said else _("There is nothing to keep."))
            return back
        name = form.cleaned_data["name"]
        owner = {"site": self.site, "user": request.user, "kind": self.inbox.kind}
        try:
            keep_filter(name=name, asked=wanted, **owner)
        except TooManyFilters:
            words = _("You keep %(most)s lists already: let one go first.")
            messages.error(request, words % {"most": MOST})
        else:
            messages.success(request, _("The list is kept, for you alone."))
        return back

    def fits(self, query: QueryDict) -> bool:
        """Whether these are filters of this inbox, and any are set."""
        filters = CaseFilters(
            query,
            request=self.request,
            site=self.site,
            machine=self.machine,
            stages=self.shows_stages,
        )
        return bool(asked(query)) and filters.is_valid()


class ForgetFilterView(InInbox, View):
    """Let a list of one's own go; another person's is not there."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        owned = {"site": self.site, "user": request.user, "kind": self.inbox.kind}
        get_object_or_404(SavedFilter, pk=kwargs["pk"], **owned).delete()
        messages.success(request, _("The list is gone. The people in it are not."))
        return redirect(self.url("index"))
