"""Sent: the reference, and what happens next."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse

from forms.journeys import cookies
from forms.journeys.models import Receipt
from forms.journeys.questions.declared import CONFIRMATION
from forms.journeys.screen_slugs import SCREEN_SLUGS
from forms.journeys.screens.base import Screen


class SentScreen(Screen):
    """Shows the receipt to the browser that sent; asks others for the mailed link."""

    template = "journeys/sent.html"
    heard = "sent"
    shown_when_closed = True

    def place(self) -> tuple[Mapping[str, str] | None, str]:
        return SCREEN_SLUGS["sent"], ""

    @property
    def is_young(self) -> bool:
        # The answers have left the draft: the receipt remembers who sent them.
        return self.receipt.was_young if self.receipt else super().is_young

    def get(self) -> HttpResponse:
        if self.receipt:
            answer = self.confirm(self.receipt)
            return self.forget(answer) if self.declared.for_children else answer
        if self.draft:
            missing = self.walk.missing
            return self.redirect(missing.key if missing else "check", notice="early")
        known = "sent_before" if self.declared.for_children else "sent_elsewhere"
        return self.render(template=f"journeys/{known}.html", start_url=self.address())

    def forget(self, answer: HttpResponse) -> HttpResponse:
        """Leave nothing for whoever has the device next: the number is shown once.

        A browser that this answer never reached keeps the key, and may ask again.
        """
        cookies.take_key(answer, self.declared)
        answer.headers["Clear-Site-Data"] = '"cache"'
        return answer

    def confirm(self, receipt: Receipt, **more: Any) -> HttpResponse:
        """The receipt, and where one can see later how things stand."""
        followed = self.journey.is_followed and not receipt.was_young
        return self.render(
            receipt=receipt,
            own_words=self.own_words(CONFIRMATION),
            status_url=self.address("status") if followed else "",
            **self.page.confirmation(receipt),
            **more,
        )

    def post(self) -> HttpResponse:
        """Begin another one: this browser forgets what was sent."""
        if self.csrf_failed:
            again = self.get()
            if self.receipt:
                again = self.confirm(self.receipt, notice=self.words("again"))
            return self.once_more(again)
        answer = self.redirect(self.walk.first.key)
        if self.receipt:
            cookies.take_key(answer, self.declared)
        return answer
