"""What stands in front of every screen that shapes a form."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Site

from cms.activation import is_on
from cms.admin import SiteScoped, current_site, roles_at
from cms.roles import FORM_ROLES
from forms.journeys.declaring import Journey
from forms.journeys.doors import form_of
from forms.journeys.finding import page_of
from forms.journeys.pages import JourneyPage
from forms.journeys.questions.content import Content, Question
from forms.journeys.questions.declared import OwnQuestions
from forms.journeys.questions.models import FormInWork
from forms.journeys.questions.services import content_in_work


def may_shape(request: HttpRequest, kind: str) -> bool:
    """Whether the person shapes this form at the host's site, where it is on."""
    site = Site.find_for_request(request)
    if site is None or not is_on(site, kind):
        return False
    return bool(roles_at(request.user, site) & FORM_ROLES)


class OfForm(SiteScoped):
    """A view of one form: 404 for all others, and where its plugin is off.

    `form_of` is the viewset.
    """

    form_of: Any = None
    model = FormInWork
    request: HttpRequest
    kwargs: dict[str, Any]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        if not is_on(current_site(request), self.form_of.kind):
            raise Http404
        super().setup(request, *args, **kwargs)

    @cached_property
    def journey(self) -> Journey:
        """The form, as it is declared."""
        return form_of(self.form_of.kind).shaped

    @property
    def own(self) -> OwnQuestions:
        """What may be added to it."""
        return self.journey.own_questions or OwnQuestions(places=())

    def page_in(self, language: str) -> JourneyPage | None:
        """The page of the form, in `language` if there is one."""
        journey = self.journey
        return page_of(self.site, journey.kind, language, door=journey.door)

    @cached_property
    def content(self) -> Content:
        """What is in work, as it stands now."""
        return content_in_work(self.site, self.form_of.kind)

    @cached_property
    def question(self) -> Question:
        """The question that the address names; 404 where this site has none such."""
        found = self.content.question(self.kwargs["key"])
        if found is None:
            raise Http404
        return found

    def url(self, name: str, *args: Any) -> str:
        """The address of another screen of this form."""
        return reverse(self.form_of.get_url_name(name), args=args)

    def back(self) -> HttpResponse:
        """Back to the list of questions."""
        return redirect(self.url("index"))


class FormScreen(OfForm, WagtailAdminTemplateMixin, TemplateView):
    """A screen in the admin, under the list of questions."""

    header_icon = "clipboard-list"
    _show_breadcrumbs = True
    is_index = False

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        listed = {"url": self.url("index"), "label": self.form_of.title}
        own = {"url": "", "label": self.get_page_title()}
        above = [] if self.is_index else [listed]
        return [*super().get_breadcrumbs_items(), *above, own]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(index_url=self.url("index"), **kwargs)
