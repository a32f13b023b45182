"""Someone rang: three fields, and the case is there."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from forms.casework.admin.gate import InInbox
from forms.casework.errors import CaseworkError
from forms.casework.keying.arriving import find_keyed
from forms.casework.keying.call_form import CallForm
from forms.casework.keying.calls import Calls, take_call
from forms.casework.keying.known import Known, known_already
from forms.casework.letters import write_letter
from forms.casework.models import Case
from forms.casework.services import mail_person
from sites.models import Service


class KeyingScreen(InInbox, WagtailAdminTemplateMixin, TemplateView):
    """A screen on which staff key a case in."""

    http_method_names = ["get", "post", "head", "options"]

    @cached_property
    def service(self) -> Service:
        """The service whose inbox it is."""
        return Service.for_site(self.site)

    def known(self, **person: str) -> list[Known]:
        """Who may be the same person, in this inbox: it is shown to whoever asks."""
        found = known_already(site=self.site, kind=self.inbox.kind, **person)
        self.log_names([one.case for one in found], "search")
        return found

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *WagtailAdminTemplateMixin.breadcrumbs_items,
            {"url": self.url("index"), "label": self.inbox.title},
            {"url": "", "label": self.get_page_title()},
        ]


class CallView(KeyingScreen):
    """Saving leads to the new case; a case that may be the same is shown first."""

    template_name = "casework/admin/call.html"

    @property
    def calls(self) -> Calls:
        """What the inbox declares; 404 where it takes no calls."""
        calls: Calls | None = self.inbox.calls
        if calls is None:
            raise Http404
        return calls

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show(self.form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST)
        if not form.is_valid():
            return self.show(form)
        sent = find_keyed(site=self.site, token=form.cleaned_data["token"])
        if sent:
            return redirect(self.url("case", sent.pk))
        person = form.person
        known = self.known(**{key: person[key] for key in ("name", "email", "phone")})
        if not were_shown(known, request.POST.get("known", "")):
            return self.show(form, known=known)
        return self.keep(form)

    def keep(self, form: CallForm) -> HttpResponse:
        """Open the case, once, and go there."""
        case, is_new = take_call(
            site=self.site,
            kind=self.inbox.kind,
            calls=self.calls,
            person=form.person,
            about=form.cleaned_data.get("about", ""),
            by=self.request.user,
            token=form.cleaned_data["token"],
        )
        if is_new:
            messages.success(self.request, _("Kept as a new case."))
            if form.sends_link:
                self.send_link(case, form)
        return redirect(self.url("case", case.pk))

    def send_link(self, case: Case, form: CallForm) -> None:
        """Mail them the link to the form, in their language."""
        letter = self.calls.letter
        if letter is None:
            return
        words = write_letter(
            letter,
            case,
            service=self.service.name_in(case.language),
            coordinator=str(self.request.user),
            language=case.language,
            asks_language=self.service.asks_which_language,
        )
        try:
            mail_person(
                case=case,
                by=self.request.user,
                letter=letter.key,
                subject=words.subject,
                body=words.body,
                link=letter.link,
                token=form.cleaned_data["token"],
            )
        except CaseworkError as error:
            messages.error(self.request, str(error))
        else:
            messages.success(self.request, _("The link to the form is on its way."))

    def form(self, data: Any = None) -> CallForm:
        """The three fields. Who does not mind is written to in our first language."""
        usual = str(self.site.profile.default_language)
        return CallForm(data, service=self.service, usual=usual)

    def show(self, form: CallForm, known: list[Known] | None = None) -> HttpResponse:
        """The fields, with what is wrong or who is here already."""
        found = known or []
        return self.render_to_response(
            self.get_context_data(
                form=form,
                known=[(k, self.url("case", k.case.pk)) for k in found],
                known_mark=mark_of(found),
                shows_stages=self.shows_stages,
                offers_link=self.calls.letter is not None,
                back_url=self.url("index"),
            )
        )

    def get_page_title(self) -> str:
        return _("Someone rang")


def mark_of(known: list[Known]) -> str:
    """What a page carries to say of whom it has warned."""
    return " ".join(sorted(str(k.case.pk) for k in known))


def were_shown(known: list[Known], shown: str) -> bool:
    """Whether the posted page had warned of all of them."""
    return {str(k.case.pk) for k in known} <= set(shown.split())
