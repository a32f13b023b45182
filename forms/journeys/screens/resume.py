"""Come back by the mailed link. Opening it changes nothing; the button does."""

from collections.abc import Mapping
from functools import cached_property

from django.http import Http404, HttpResponse

from forms.journeys import drafts
from forms.journeys.models import Draft, ResumeLink
from forms.journeys.resuming import LinkUsed, find_link, follow
from forms.journeys.screen_slugs import SCREEN_SLUGS
from forms.journeys.screens.mailing import MailingScreen


class ResumeScreen(MailingScreen):
    """Mail scanners open every link, so a GET only shows a button."""

    template = "journeys/resume.html"

    def place(self) -> tuple[Mapping[str, str] | None, str]:
        return SCREEN_SLUGS["resume"], self.what.get("token", "")

    @cached_property
    def link(self) -> ResumeLink:
        """The link of the address; 404 for another site's and for none of ours."""
        found = find_link(
            site=self.site,
            kind=self.declared.kind,
            door=self.declared.door,
            token=self.what.get("token", ""),
        )
        if found is None:
            raise Http404
        if not self.still_leads_somewhere(found.draft):
            found.draft = None
        return found

    @cached_property
    def draft(self) -> Draft | None:
        """The draft to which the link leads, not the one this browser may hold."""
        return self.link.draft

    def get(self) -> HttpResponse:
        if self.link.is_expired:
            return self.gone()
        if self.link.used_at:
            return self.used()
        return self.render()

    def post(self) -> HttpResponse:
        if self.link.is_expired:
            return self.once_more(self.gone())
        if self.csrf_failed:
            return self.once_more(self.render(notice=self.words("again")))
        if "again" in self.request.POST:
            return self.mail_another()
        try:
            key = follow(self.link)
        except LinkUsed:
            return self.used()
        return self.welcome_back(key)

    def mail_another(self) -> HttpResponse:
        """Send a new link to the address to which this one went."""
        draft = self.draft
        if draft is None or not draft.saved_to:
            return self.gone()
        if self.mails_too_much():
            return self.used(status=429, notice=self.words("busy"))
        self.mail_link(draft, to=draft.saved_to)
        return self.used(status=200, notice=self.words("saved"), another_sent=True)

    def used(self, status: int = 410, **more: object) -> HttpResponse:
        """The link has been used; another one can be had."""
        return self.render(template="journeys/link_used.html", status=status, **more)

    def gone(self) -> HttpResponse:
        """Its time has passed, and the answers are deleted."""
        return self.render(
            template="journeys/link_expired.html",
            status=410,
            days=drafts.SAVED_LIFE.days,
            start_url=self.address(),
        )
