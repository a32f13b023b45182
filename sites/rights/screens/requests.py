"""The list with its clocks, a new request, one request, and what is written of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.widgets.button import HeaderButton

from cms.privacy import log_list
from sites.rights.forms import EndForm, ExtendForm, RequestForm
from sites.rights.models import RightsRequest
from sites.rights.prefill import known_of
from sites.rights.screens.base import KIND, OneForm, OneRequest, RightsScreen
from sites.rights.services import (
    change_request,
    end_without_answer,
    extend,
    take_request,
)

PER_PAGE = 50


class IndexView(RightsScreen):
    """Who waits first, the soonest day on top; then what is over."""

    template_name = "rights/index.html"
    page_title = gettext_lazy("Requests about people’s own data")
    above = []

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        url = reverse("rights_new")
        return [HeaderButton(_("New request"), url=url, icon_name="plus")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = RightsRequest.objects.filter(site=self.site).select_related("officer")
        first = rows.order_by("-ended_on", "answer_by", "pk")
        opened = [row for row in first if row.is_open]
        page = WagtailPaginator(
            [*opened, *(row for row in first if not row.is_open)], PER_PAGE
        ).get_page(self.request.GET.get("p"))
        log_list(
            site=self.site,
            kind=KIND,
            references=[str(row.pk) for row in page.object_list],
            request=self.request,
        )
        return super().get_context_data(page_obj=page, **kwargs)


class NewView(RightsScreen):
    """Write a request down; from a record, with what is known of its person."""

    template_name = "rights/form.html"
    page_title = gettext_lazy("New request")

    def make_form(self, data: Any = None) -> RequestForm:
        """Filled with what the record says whose number stands in the address."""
        known = known_of(self.site, self.request.GET.get("record", ""))
        return RequestForm(data, initial={"received_on": timezone.localdate(), **known})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.make_form(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        asked = take_request(site=self.site, by=request.user, **form.cleaned_data)
        messages.success(request, _("The request is written down."))
        return redirect("rights_request", asked.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or self.make_form()
        return super().get_context_data(
            form=form,
            intro=_(
                "Somebody may ask in any words, of anybody of the service, and need not"
                " name a law. The month runs from the day on which it reached the"
                " service."
            ),
            button=_("Write the request down"),
            **kwargs,
        )


class RequestView(OneRequest):
    """One request: its clock, and the steps to its answer."""

    template_name = "rights/request.html"

    def get_page_title(self) -> str:
        return str(self.asked)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return super().get_breadcrumbs_items()[:-1]


class ChangeView(OneForm):
    """Who asks, and how sure it is that it is them."""

    page_title = gettext_lazy("Who asks, and what")

    def make_form(self, data: Any = None) -> RequestForm:
        return RequestForm(data, instance=self.asked)

    def act(self, data: dict[str, Any]) -> None:
        change_request(request=self.asked, **data)


class ExtendView(OneForm):
    """Two further months."""

    page_title = gettext_lazy("Take two more months")
    form_class = ExtendForm
    done = gettext_lazy("It has two more months.")

    def act(self, data: dict[str, Any]) -> None:
        extend(request=self.asked, why=data["why"])


class EndView(OneForm):
    """It gets no answer."""

    page_title = gettext_lazy("Refuse it, or close it")
    form_class = EndForm
    done = gettext_lazy("The request is closed.")

    def act(self, data: dict[str, Any]) -> None:
        end_without_answer(request=self.asked, state=data["state"], why=data["why"])
