"""Introduction, guidance and confirmation: own words, or as supplied."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.admin import messages

from forms.journeys.declaring import Situation
from forms.journeys.questions import services
from forms.journeys.questions.admin.forms import TextForm
from forms.journeys.questions.admin.gate import FormScreen
from forms.journeys.questions.content import Content
from forms.journeys.questions.declared import INTRODUCTION, OwnText
from forms.journeys.questions.marks import ChangedMeanwhile, mark_of
from forms.journeys.screen_slugs import LANGUAGES
from sites.models import Service


class TextView(FormScreen):
    """One text in both languages, with what is supplied beside it."""

    template_name = "journeys/questions/text.html"

    @cached_property
    def text(self) -> OwnText:
        """The text that the address names; 404 where the form has none such."""
        found = self.own.text(self.kwargs["key"])
        if found is None:
            raise Http404
        return found

    def get_page_title(self) -> str:
        return capfirst(str(self.text.title))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", self.form())
        stands = self.content.texts.get(self.text.key)
        kwargs.setdefault("seen", self.request.POST.get("seen") or mark_of(stands))
        return super().get_context_data(
            supplied=[(code, self.supplied(code)) for code in LANGUAGES],
            is_own=self.text.key in self.content.texts,
            adds=self.text.adds,
            **kwargs,
        )

    def form(self, data: Any = None) -> TextForm:
        """The form, with the service's own words if it has any."""
        return TextForm(data, text=self.content.texts.get(self.text.key))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST)
        as_supplied = "as_supplied" in request.POST
        if not as_supplied and not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            services.keep_text(
                site=self.site,
                journey=self.journey,
                key=self.text.key,
                text=None if as_supplied else form.written(),
                seen=request.POST.get("seen", ""),
            )
        except ChangedMeanwhile as changed:
            return self.clash(form, changed.now)
        messages.success(request, _("Kept. Nobody sees it before you publish."))
        return self.back()

    def clash(self, form: TextForm, now: Content) -> HttpResponse:
        """The form with what was typed, beside what somebody else has kept."""
        theirs = now.texts.get(self.text.key)
        form.is_valid()
        form.add_error(
            None,
            _(
                "Somebody has changed this text since you opened it. Their words stand"
                " below, yours are in the fields. Nothing of yours is kept yet: change"
                " it where you like, and press Keep to put it in place of theirs."
            ),
        )
        shown = self.get_context_data(
            form=form, seen=mark_of(theirs), clashes=True, theirs=theirs
        )
        return self.render_to_response(shown, status=409)

    def supplied(self, language: str) -> str:
        """What stands there without words of the service's own, as plain text."""
        with override(language):
            if self.text.step:
                return self._guidance(language)
            page = self.page_in(language)
            if page is None or page.locale.language_code != language:
                return ""
            is_first = self.text.key == INTRODUCTION
            shown = page.intro.render_as_block() if is_first else page.confirmation_text
            return _plain(shown)

    def _guidance(self, language: str) -> str:
        step = self.journey.step(self.text.step)
        service = Service.of(self.site) or Service.for_site(self.site)
        situation = Situation(site=self.site, service=service, language=language)
        form = step.form(situation)
        known = {"service": service, "situation": situation, "form": form}
        return _plain(render_to_string(step.guidance, known))


def _plain(html: str) -> str:
    """The words, a line a paragraph."""
    lines = strip_tags(html.replace("</p>", "\n").replace("</li>", "\n")).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())
