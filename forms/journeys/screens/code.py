"""Come back by the code that somebody wrote down, on any device, in either language."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from forms.journeys import spam
from forms.journeys.codes import find_by_code
from forms.journeys.drafts import SAVED_LIFE, open_elsewhere
from forms.journeys.forms import CodeForm
from forms.journeys.screen_slugs import SCREEN_SLUGS
from forms.journeys.screens.base import Screen


class CodeScreen(Screen):
    """Asks for the code. A code that is mistyped, old or made up gets one answer."""

    template = "journeys/code.html"
    for_who_has_begun = True

    def place(self) -> tuple[Mapping[str, str] | None, str]:
        return SCREEN_SLUGS["code"], ""

    def get(self) -> HttpResponse:
        return self.show(CodeForm())

    def post(self) -> HttpResponse:
        form = CodeForm(self.request.POST)
        if self.csrf_failed:
            return self.once_more(self.show(form, notice=self.words("again")))
        if not form.is_valid():
            return self.show(form)
        if spam.is_over_limit(self.request, site_id=self.site.pk, doing="try"):
            return self.show(form, status=429, notice=self.words("tried"))
        draft = find_by_code(
            site=self.site,
            kind=self.declared.kind,
            door=self.declared.door,
            code=form.cleaned_data["code"],
        )
        if draft is None or not self.still_leads_somewhere(draft):
            form.add_error("code", self.not_found())
            return self.show(form)
        draft.site = self.site
        self.use(draft)
        return self.welcome_back(open_elsewhere(draft))

    def not_found(self) -> str:
        """What is said of every code that opens nothing."""
        return _(
            "We could not find saved answers for this code. Look at each letter and"
            " number again. After %(days)d days the answers are deleted."
        ) % {"days": SAVED_LIFE.days}

    def show(self, form: CodeForm, status: int = 200, **more: Any) -> HttpResponse:
        """The question for the code."""
        return self.render(
            status=status,
            form=form,
            back_url=self.address(),
            button_text=_("Carry on"),
            **more,
        )
