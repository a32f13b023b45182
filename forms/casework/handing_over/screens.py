"""The screens: see what would go, decide; answer what came; print what went."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from forms.casework.admin.case import OneCase
from forms.casework.errors import CaseworkError
from forms.casework.handing_over.declared import HandsOver
from forms.casework.handing_over.forms import ChooseForm, HandOverForm, SendBackForm
from forms.casework.handing_over.parcel import packed, seal_of, shown
from forms.casework.handing_over.receiving import receiving_site
from forms.casework.handing_over.services import accept, hand_over, send_back
from forms.casework.handing_over.telling import sender_of
from forms.casework.models import HandOver
from sites.models import Authority, Service


class _Screen(OneCase, WagtailAdminTemplateMixin, TemplateView):
    """A screen beside the case's own."""

    http_method_names = ["get", "post", "head", "options"]

    def get_page_subtitle(self) -> str:
        return self.case.reference

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.crumbs(), {"url": "", "label": self.get_page_title()}]

    def show(self, **context: Any) -> HttpResponse:
        """The screen; whoever sees it has read the case."""
        self.log()
        return self.render_to_response(
            self.get_context_data(
                case=self.case, back_url=self.url("case", self.case.pk), **context
            )
        )


class HandOverView(_Screen):
    """Choose a council, see exactly what would go, tick twice, and say why."""

    template_name = "casework/admin/hand_over.html"

    @property
    def how(self) -> HandsOver:
        """How this inbox does it; 404 for a case that cannot go from where it is."""
        how: HandsOver | None = self.inbox.hands_over
        if how is None or how.to not in self.case.standing.to:
            raise Http404
        return how

    @cached_property
    def parcel(self) -> dict[str, Any]:
        """What would go."""
        return packed(self.case, self.how)

    def choice(self, data: Any) -> ChooseForm:
        """The question to which council it goes."""
        service = Service.of(self.site)
        return ChooseForm(data, own=service.authority if service else None)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        choose = self.choice(request.GET if "to" in request.GET else None)
        if not choose.is_valid():
            _checked = self.how
            return self.show(choose=choose)
        form = HandOverForm(case=self.case, initial={"seal": seal_of(self.parcel)})
        return self.preview(choose.cleaned_data["to"], form)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        choose = self.choice(request.GET)
        if not choose.is_valid():
            return self.show(choose=choose)
        to = choose.cleaned_data["to"]
        form = HandOverForm(request.POST, case=self.case)
        if form.is_valid():
            said = form.cleaned_data
            known = ("why", "told", "seal", "contact")
            try:
                handed = hand_over(
                    case=self.case,
                    to=to,
                    by=request.user,
                    request=request,
                    **{name: said[name] for name in known},
                )
            except CaseworkError as error:
                form.add_error(None, str(error))
            else:
                return self.next_page(handed)
        self.__dict__.pop("case", None)
        self.__dict__.pop("parcel", None)
        form.data = self.once_more(request.POST.dict())
        messages.error(request, _("Nothing was sent. Look at the form below."))
        return self.preview(to, form)

    def once_more(self, posted: dict[str, str]) -> dict[str, str]:
        """What was posted, for a look at what would go now: new ticks if it changed."""
        seal = seal_of(self.parcel)
        if posted.get("seal") != seal:
            posted = {k: v for k, v in posted.items() if k not in ("looked", "right")}
        return {**posted, "seal": seal}

    def preview(self, to: Authority, form: HandOverForm) -> HttpResponse:
        """All that would go, and the form beneath it."""
        site = receiving_site(to=to, kind=self.case.kind, sender=self.site)
        return self.show(
            to=to.council_name((get_language() or "en")[:2]),
            is_here=site is not None,
            form=form,
            **shown(self.parcel),
        )

    def next_page(self, handed: HandOver) -> HttpResponse:
        """The paper where it goes on paper; else the letter, or the case again."""
        if handed.state == HandOver.State.PRINTED:
            messages.success(self.request, _("Noted. Print the sheet and send it."))
            return redirect(self.url("handed_sheet", self.case.pk, handed.pk))
        messages.success(self.request, _("It has been handed over."))
        if handed.told == HandOver.Told.LETTER:
            return redirect(self.url("letter", self.case.pk, self.letter_key))
        return self.back()

    @property
    def letter_key(self) -> str:
        """The letter that says “we have passed it on”."""
        how: HandsOver = self.inbox.hands_over
        return how.letter

    def get_page_title(self) -> str:
        return _("Hand over to another council")


class HandedSheetView(_Screen):
    """What went, word for word, to read again or to send on paper."""

    template_name = "casework/admin/handed_sheet.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        handed = get_object_or_404(
            HandOver.objects.select_related("to", "by"),
            pk=self.kwargs["handed"],
            case=self.case,
        )
        self.log("print")
        context = {
            "case": self.case,
            "handed": handed,
            "to": handed.to.council_name((get_language() or "en")[:2]),
            "sender": sender_of(handed),
            **shown(handed.sent),
        }
        return self.render_to_response(context)


class AnswerView(_Screen):
    """Accept what another council handed over, or send it back."""

    template_name = "casework/admin/handed_in.html"

    @cached_property
    def handed(self) -> HandOver:
        """The hand-over by which it came; 404 for a case that came otherwise."""
        rows = HandOver.objects.select_related("case__site__service__authority", "to")
        return get_object_or_404(rows, received=self.case)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.answer_page(SendBackForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        refuses = "refuse" in request.POST
        form = SendBackForm(request.POST if refuses else None)
        if refuses and not form.is_valid():
            return self.answer_page(form)
        try:
            if refuses:
                why = form.cleaned_data["why"]
                send_back(handed=self.handed, by=request.user, why=why)
            else:
                accept(handed=self.handed, by=request.user)
        except CaseworkError as error:
            messages.error(request, str(error))
        else:
            done = _("It has been sent back.") if refuses else _("It is yours now.")
            messages.success(request, done)
        return self.back()

    def answer_page(self, form: SendBackForm) -> HttpResponse:
        """Whose it was, why they handed it over, and the two answers."""
        return self.show(form=form, handed=self.handed, sender=sender_of(self.handed))

    def get_page_title(self) -> str:
        return _("Accept this request, or send it back")
