"""Check your answers, declare, send."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from django.http import HttpResponse

from cms.client_address import address_of
from cms.surroundings import around
from forms.journeys import spam
from forms.journeys.captcha import CaptchaForm, allow_google
from forms.journeys.declaring import Words
from forms.journeys.forms import DeclarationForm
from forms.journeys.screen_slugs import SCREEN_SLUGS
from forms.journeys.screens.base import Screen
from forms.journeys.screens.rows import sections_of
from forms.journeys.sending import AnswersMissing, FormClosed, send
from sites.details import PRIVACY
from sites.notices.links import notice_url


class CheckScreen(Screen):
    """The last screen before sending. Sending it twice shows the same receipt."""

    template = "journeys/check.html"
    heard = "check"

    def place(self) -> tuple[Mapping[str, str] | None, str]:
        return SCREEN_SLUGS["check"], ""

    def get(self) -> HttpResponse:
        return self.elsewhere() or self.show(self.form())

    def post(self) -> HttpResponse:
        elsewhere = self.elsewhere()
        if elsewhere:
            return self.once_more(elsewhere)
        form = self.form(self.request.POST)
        if self.csrf_failed:
            return self.once_more(self.show(form, notice=self.words("again")))
        if not form.is_valid():
            return self.show(form)
        if spam.is_over_limit(self.request, site_id=self.site.pk, doing="send"):
            return self.show(form, status=429, notice=self.words("busy"))
        return self.send()

    def elsewhere(self) -> HttpResponse | None:
        """Where to go instead, if this is not the time to check."""
        if self.receipt:
            return self.redirect("sent")
        missing = self.walk.missing
        if missing is None:
            return None
        return self.redirect(missing.key, notice="early")

    def send(self) -> HttpResponse:
        """Send, and say so only when it is kept."""
        # Asked before the transaction: it is a call over the network.
        flags = list(self.flags())
        if self.draft is None:
            return self.redirect(self.walk.first.key, notice="early")
        try:
            send(
                journey=self.journey,
                draft=self.draft,
                situation=self.situation,
                extra_flags=flags,
            )
        except (AnswersMissing, FormClosed):
            # Another tab changed an answer since this page was opened, or the form has
            # closed meanwhile: the page says which.
            return self.redirect("check")
        return self.redirect("sent")

    def flags(self) -> Iterator[str]:
        """Signs that no person sent this."""
        yield from spam.signs_of_a_machine(self.request.POST)
        if self.draft:
            yield from spam.signs_of_haste(self.draft.started_at)
        if self.captcha:
            yield from self.captcha.flags()

    @cached_property
    def captcha(self) -> CaptchaForm | None:
        """Google's check, where the site has keys; never shown to a young person."""
        keys = (self.service.recaptcha_public_key, self.service.recaptcha_private_key)
        if not all(keys) or not self.journey.captcha or self.is_young:
            return None
        data = self.request.POST if self.request.method == "POST" else None
        return CaptchaForm(
            self.service,
            data,
            remote_ip=address_of(self.request),
            nonce=str(getattr(self.request, "csp_nonce", "")),
        )

    def form(self, data: Any = None) -> DeclarationForm:
        """The declaration, where the journey has one."""
        return DeclarationForm(data, statement=self.journey.declaration)

    def show(
        self, form: DeclarationForm, status: int = 200, **more: Any
    ) -> HttpResponse:
        """The answers with a link to change each."""
        extra = {"notice": more["notice"]} if more.get("notice") else {}
        last = self.walk.steps[-1]
        answer = self.render(
            status=status,
            form=form,
            sections=sections_of(self.walk, self.change_address),
            back_url=self.address(last.key),
            captcha=self.captcha,
            honeypot=spam.HONEYPOT,
            privacy=self.privacy(),
            privacy_url=self.privacy_url(),
            save_url="" if self.declared.for_children else self.address("save"),
            delete_url=self.address("delete"),
            **extra,
        )
        if self.captcha:
            allow_google(answer)
        return answer

    def privacy(self) -> Words:
        """What becomes of the answers, where the journey says it."""
        words = self.journey.privacy
        return words(self.walk.situation) if words else ""

    def privacy_url(self) -> str:
        """The privacy notice of whoever answers; else the service's page about privacy.

        That page is known from the pages around this one.
        """
        if self.declared.collecting:
            reader = self.declared.collecting.reader_of(self.situation)
            return notice_url(reader, self.language)
        top = around(self.request, self.page).top
        page = next((p for p in top if p.key == PRIVACY), None)
        return str(page.get_url(self.request)) if page else ""

    def change_address(self, key: str, came_from: str) -> str:
        """Where a step is changed from here, or its section gone through again."""
        return self.address(key, **{"from": came_from})
