"""Save and come back later: a link by mail, or a code on paper."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from cms.mail import site_url
from forms.journeys import spam
from forms.journeys.codes import give_code
from forms.journeys.drafts import SAVED_LIFE
from forms.journeys.forms import SaveForm
from forms.journeys.models import Draft
from forms.journeys.screen_slugs import SCREEN_SLUGS
from forms.journeys.screens.mailing import MailingScreen


class SaveScreen(MailingScreen):
    """Asks where to send the link; after that says that it is on its way."""

    template = "journeys/save.html"

    def place(self) -> tuple[Mapping[str, str] | None, str]:
        return SCREEN_SLUGS["save"], ""

    def get(self) -> HttpResponse:
        if self.receipt:
            return self.redirect("sent")
        if self.draft is None:
            return self.redirect(self.walk.first.key, notice="early")
        if "sent" in self.request.GET and self.draft.saved_to:
            return self.show_sent()
        return self.show(
            SaveForm(young=self.is_young, initial={"email": self.known_address()})
        )

    def post(self) -> HttpResponse:
        form = SaveForm(self.request.POST, young=self.is_young)
        if self.csrf_failed:
            return self.once_more(self.show(form, notice=self.words("again")))
        if self.receipt or self.draft is None:
            return self.get()
        if "code" in self.request.POST:
            return self.give_code(self.draft)
        if not form.is_valid():
            return self.show(form)
        if self.mails_too_much():
            return self.show(form, status=429, notice=self.words("busy"))
        self.mail_link(self.draft, to=form.cleaned_data["email"])
        return self.redirect("save", sent="1")

    def give_code(self, draft: Draft) -> HttpResponse:
        """A code to write down. It is shown once: we keep no more than its hash."""
        if spam.is_over_limit(self.request, site_id=self.site.pk, doing="code"):
            form = SaveForm(young=self.is_young)
            return self.show(form, status=429, notice=self.words("busy"))
        return self.render(
            template="journeys/code_given.html",
            code=give_code(draft=draft, language=self.language),
            code_url=site_url(self.site, self.address("code")),
            expires_at=draft.expires_at,
            continue_url=self.continue_address(),
            delete_url=self.address("delete"),
        )

    def known_address(self) -> str:
        """An address they have given already, to save them typing it again."""
        if self.draft is None:
            return ""
        return self.draft.saved_to or str(self.draft.answers.get("email") or "")

    def show(self, form: SaveForm, status: int = 200, **more: Any) -> HttpResponse:
        """The question where to send the link."""
        return self.render(
            status=status,
            form=form,
            back_url=self.continue_address(),
            days=SAVED_LIFE.days,
            button_text=_("Send me the link"),
            delete_url=self.address("delete"),
            **more,
        )

    def show_sent(self) -> HttpResponse:
        """The link is on its way."""
        draft = self.draft
        return self.render(
            template="journeys/saved.html",
            address=draft.saved_to if draft else "",
            expires_at=draft.expires_at if draft else None,
            continue_url=self.continue_address(),
            delete_url=self.address("delete"),
        )

    def continue_address(self) -> str:
        """Where the journey goes on."""
        missing = self.walk.missing
        return self.address(missing.key if missing else "check")
