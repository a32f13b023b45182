"""Write a letter to the person of a case, in their language, from a template."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from forms.casework.admin.case import OneCase
from forms.casework.admin.forms import LetterForm
from forms.casework.errors import CaseworkError
from forms.casework.letters import BLANK, Letter, Written, write_letter
from forms.casework.services import mail_person
from sites.models import Service


class LetterView(OneCase, WagtailAdminTemplateMixin, TemplateView):
    """The letter, filled in and ready to edit; posting it sends it."""

    template_name = "casework/admin/letter.html"

    @cached_property
    def letter(self) -> Letter:
        offered = [*self.inbox.letters_for(self.case), BLANK]
        for letter in offered:
            if letter.key == self.kwargs["key"]:
                return letter
        raise Http404

    def written(self, language: str) -> Written:
        """The template filled in, in `language`."""
        service = Service.for_site(self.site)
        return write_letter(
            self.letter,
            self.case,
            service=service.name_in(language),
            coordinator=str(self.request.user),
            language=language,
            asks_language=service.asks_which_language,
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        written = self.written(self.case.language)
        form = self.form(
            initial={
                "subject": written.subject,
                "body": written.body,
                "written_in": self.case.language,
            }
        )
        return self.show(form)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST)
        if not form.is_valid():
            return self.show(form)
        try:
            mail_person(
                case=self.case,
                by=request.user,
                letter=self.letter.key,
                link=self.letter.link,
                **form.cleaned_data,
            )
        except CaseworkError as error:
            form.add_error(None, str(error))
            return self.show(form)
        messages.success(request, _("The e-mail is on its way."))
        return self.back()

    def form(self, data: Any = None, **options: Any) -> LetterForm:
        """The form of this letter."""
        return LetterForm(data, has_link=bool(self.letter.link), **options)

    def show(self, form: LetterForm) -> HttpResponse:
        """The letter with its form."""
        self.log()
        other = "en" if self.case.language == "cy" else "cy"
        return self.render_to_response(
            self.get_context_data(
                form=form,
                case=self.case,
                letter=self.letter,
                other=other,
                in_other_language=self.written(other),
                back_url=self.url("case", self.case.pk),
                before_writing=self.inbox.before_writing,
            )
        )

    def get_page_title(self) -> str:
        return str(self.letter.title)

    def get_page_subtitle(self) -> str:
        return self.case.reference

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.crumbs(), {"url": "", "label": self.letter.title}]
