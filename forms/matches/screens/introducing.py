"""Introduce the two: from the screen of either case, out of the other side's list."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.activation import is_on
from cms.language.dates import plain_date
from forms.casework.errors import CaseworkError
from forms.casework.joining import Side
from forms.casework.models import Case
from forms.matches.forms import IntroduceForm
from forms.matches.models import Match
from forms.matches.queries import joins_of, may_be_introduced, partners
from forms.matches.screens.base import OfMatches
from forms.matches.services import introduce


class IntroduceView(OfMatches, WagtailAdminTemplateMixin, TemplateView):
    """Who could be introduced: visitors by name, requests by number alone."""

    template_name = "matches/admin/introduce.html"
    http_method_names = ["get", "post", "head", "options"]

    @cached_property
    def case(self) -> Case:
        """The case from whose screen one comes; 404 where no match may begin."""
        case = get_object_or_404(Case, pk=self.kwargs["case_pk"], site=self.site)
        if joins_of(case) is None or not is_on(self.site, case.kind):
            raise Http404
        return case

    @cached_property
    def is_visitors(self) -> bool:
        """Whether it is the visitor's case."""
        joins = joins_of(self.case)
        return joins is not None and joins.side == Side.VISITOR

    @cached_property
    def partners(self) -> list[Case]:
        """Whom it may be introduced to."""
        return partners(self.case)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_be_introduced(self.case):
            messages.error(request, _("From where it stands, nobody is introduced."))
            return redirect(self.case_url(self.case))
        return self.show(self.make_form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.make_form(request.POST)
        if form.is_valid():
            try:
                match = self.introduce(form)
            except CaseworkError as error:
                form.add_error(None, str(error))
            else:
                messages.success(
                    request, _("They are introduced. Both records have moved.")
                )
                return redirect(self.url("match", match.pk))
        messages.error(request, _("Nothing was changed. Look at the form below."))
        return self.show(form)

    def introduce(self, form: IntroduceForm) -> Match:
        """Do it, by the service; CaseworkError says why not."""
        other = form.chosen
        visitor, child = (self.case, other) if self.is_visitors else (other, self.case)
        return introduce(
            volunteer=visitor,
            request=child,
            on=form.cleaned_data["on"],
            by=self.request.user,
            seen={
                self.case.pk: form.cleaned_data["seen"],
                other.pk: form.cleaned_data["other"].partition(".")[2],
            },
        )

    def make_form(self, data: Any = None) -> IntroduceForm:
        """The form, with whoever may be chosen now."""
        label = _("To which request?") if self.is_visitors else _("Which visitor?")
        return IntroduceForm(
            data,
            label=label,
            choices=[(case, self.words(case)) for case in self.partners],
            initial={"seen": self.case.stage},
        )

    def words(self, case: Case) -> str:
        """One who could be chosen, with where they stand."""
        facts = {
            "name": case.reference if self.is_visitors else case.display_name,
            "stage": case.standing.name,
            "day": plain_date(case.received_at),
        }
        return _("%(name)s: %(stage)s, with us since %(day)s") % facts

    def show(self, form: IntroduceForm) -> HttpResponse:
        """The form; whoever is named in it has been read of."""
        if self.is_visitors:
            self.log_name(self.case)
        else:
            self.log_names(self.partners)
        return self.render_to_response(
            self.get_context_data(
                form=form,
                name=self.case.display_name if self.is_visitors else "",
                case=self.case,
                case_url=self.case_url(self.case),
                has_partners=bool(self.partners),
            )
        )

    def get_page_title(self) -> str:
        return _("Introduce them")

    def get_page_subtitle(self) -> str:
        return self.case.reference

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.crumbs(), {"url": "", "label": self.get_page_title()}]
