"""Where the mails about saved answers lead: stop the reminder, or delete it all."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse

from forms.journeys.reminding import stop_reminding
from forms.journeys.screen_slugs import SCREEN_SLUGS
from forms.journeys.screens.delete import DeleteScreen


class ReminderScreen(DeleteScreen):
    """A GET says until when the answers are kept; the POST stops the reminder."""

    template = "journeys/reminder.html"

    def place(self) -> tuple[Mapping[str, str] | None, str]:
        return SCREEN_SLUGS["reminder"], self.token

    def get(self) -> HttpResponse:
        if self.draft is None or self.receipt:
            return super().get()
        return self.show()

    def post(self) -> HttpResponse:
        if self.draft is None or self.receipt:
            return self.once_more(super().get())
        if self.csrf_failed:
            return self.once_more(self.show(notice=self.words("again")))
        stop_reminding(self.draft)
        self.draft.wants_reminder = False
        return self.show()

    def show(self, **more: Any) -> HttpResponse:
        """Until when, and what one can do about it."""
        draft = self.draft
        reminds = draft is not None and draft.wants_reminder and not draft.reminded_at
        return self.render(
            template="" if reminds else "journeys/reminder_off.html",
            expires_at=draft.expires_at if draft else None,
            delete_url=self.page.address(self.request, "delete", self.token),
            **more,
        )
