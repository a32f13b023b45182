"""Where it stands: asked for by reference and address, shown by the mailed link."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from cms.mail import site_url
from forms.casework.by_person import mail_status_link
from forms.casework.contact import waiting_address
from forms.casework.following import LINK_LIFE, find_sent
from forms.casework.usual_wait import usual_wait
from forms.journeys import spam
from forms.journeys.screens.following.base import FollowingScreen
from forms.journeys.screens.following.forms import AskForm


class StatusScreen(FollowingScreen):
    """Without a token it mails a link, with one it shows how things stand."""

    key = "status"
    template = "journeys/status.html"

    def get(self) -> HttpResponse:
        if self.token:
            return self.show_case() if self.case else self.gone()
        if "asked" in self.request.GET:
            return self.render(
                template="journeys/status_asked.html", days=LINK_LIFE.days
            )
        return self.show(AskForm(site=self.site))

    def post(self) -> HttpResponse:
        """Answer everybody alike, so that nobody learns which references there are."""
        if self.token:
            return self.get()
        form = AskForm(self.request.POST, site=self.site)
        if self.csrf_failed:
            return self.once_more(self.show(form, notice=self.words("again")))
        if not form.is_valid():
            return self.show(form)
        if spam.is_over_limit(self.request, site_id=self.site.pk, doing="ask"):
            return self.show(form, status=429, notice=self.words("asked_too_often"))
        case = find_sent(site=self.site, kind=self.declared.kind, **form.cleaned_data)
        if case:
            page = self.page_in(case.language)
            mail_status_link(
                case=case,
                address=lambda token: site_url(
                    self.site, page.address(None, "status", token)
                ),
            )
        return HttpResponseRedirect(f"{self.address('status')}?asked=1")

    def show(self, form: AskForm, status: int = 200, **more: Any) -> HttpResponse:
        """The question which form it is."""
        return self.render(
            template="journeys/status_ask.html",
            status=status,
            form=form,
            back_url=self.address(),
            button_text=_("Send me the link"),
            **more,
        )

    def show_case(self) -> HttpResponse:
        """How the case stands, in words for its person."""
        case = self.opened
        stage = case.standing
        may_withdraw = case.machine.may_withdraw(case.stage)
        return self.render(
            case=case,
            told=stage.told,
            told_next=stage.told_next,
            usual_wait=usual_wait(case),
            hear_by=None if case.is_overdue or case.deferred_until else case.answer_by,
            was_due=case.answer_by if case.is_overdue else None,
            withdraw_url=self.link("withdraw") if may_withdraw else "",
            new_address=waiting_address(case),
            details_url=self.link("details"),
            languages_url=self.link("change_languages"),
        )
