"""What one does with several cases that were chosen in the list: first a preview."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from forms.casework.admin.gate import InInbox
from forms.casework.models import Case
from forms.casework.together import Outcome

MOST = 100


class SeveralView(InInbox, WagtailAdminTemplateMixin, TemplateView):
    """Several cases of this inbox, as the form names them.

    The form says what it wants by `deed`: nothing yet, "preview", "edit" or "do". A
    case that is not of this inbox at this site is not there: nothing is done at all.
    """

    http_method_names = ["get", "post"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(self.url("index"))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.cases:
            messages.error(request, _("Choose somebody in the list first."))
            return self.back()
        deed = request.POST.get("deed", "")
        if deed in ("preview", "do"):
            form = self.make_form(request.POST)
            if not form.is_valid():
                return self.compose(form)
            return self.preview(form) if deed == "preview" else self.do(form)
        return self.compose(self.begin(deed))

    @cached_property
    def cases(self) -> list[Case]:
        """The cases chosen, in the order of the list."""
        keys = list(dict.fromkeys(self.request.POST.getlist("case")))[: MOST + 1]
        if len(keys) > MOST or not all(key.isdecimal() for key in keys):
            raise Http404
        here = Case.objects.filter(site=self.site, kind=self.inbox.kind)
        found = here.defer("answers").in_bulk([int(key[:18]) for key in keys])
        if len(found) != len(keys):
            raise Http404
        return [found[int(key)] for key in keys]

    @property
    def list_query(self) -> str:
        """The filters and the page from which they were chosen."""
        return QueryDict(self.request.POST.get("back", "")[:500]).urlencode()

    def back(self) -> HttpResponse:
        """Back to where they were chosen."""
        return redirect(f"{self.url('index')}?{self.list_query}".rstrip("?"))

    def make_form(self, data: Any = None, **options: Any) -> Any:
        """The form in which one says what shall happen."""
        raise NotImplementedError

    def begin(self, deed: str) -> Any:
        """The form before anything is said, or as it was before the preview."""
        raise NotImplementedError

    def compose(self, form: Any) -> HttpResponse:
        """The form."""
        raise NotImplementedError

    def preview(self, form: Any) -> HttpResponse:
        """What would happen."""
        raise NotImplementedError

    def do(self, form: Any) -> HttpResponse:
        """Do it."""
        raise NotImplementedError

    def log_shown(self) -> None:
        """Record that the page shows the names of those who were chosen."""
        self.log_names(self.cases, "preview")

    def told(self, outcome: Outcome, done: str) -> HttpResponse:
        """Say what happened and what did not, and go back to the list."""
        if outcome.done:
            messages.success(self.request, done % {"count": len(outcome.done)})
        if outcome.refused:
            each = "; ".join(f"{r.case.reference}: {r.why}" for r in outcome.refused)
            words = _("Not done for %(count)d. %(each)s")
            facts = {"count": len(outcome.refused), "each": each}
            messages.warning(self.request, words % facts)
        return self.back()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            cases=self.cases,
            shows_stages=self.shows_stages,
            list_query=self.list_query,
            list_url=f"{self.url('index')}?{self.list_query}".rstrip("?"),
            **kwargs,
        )

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *WagtailAdminTemplateMixin.breadcrumbs_items,
            {"url": self.url("index"), "label": self.inbox.title},
            {"url": "", "label": self.get_page_title()},
        ]
