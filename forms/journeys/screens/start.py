"""The page itself: what it is about, and a link with which to start. Stores nothing."""

from django.http import HttpResponse

from forms.journeys.campaigns import campaign_of
from forms.journeys.questions.declared import INTRODUCTION
from forms.journeys.screens.base import Screen
from forms.journeys.timing import minutes_of


class StartScreen(Screen):
    """The same for everybody: reads no cookie, carries no token."""

    template = "journeys/start.html"
    private = False
    heard = "start"

    @property
    def is_young(self) -> bool:
        return self.declared.for_children or self.journey.young_person is True

    def get(self) -> HttpResponse:
        campaign = campaign_of(self.request)
        query = {"campaign": campaign} if campaign else {}
        way = self.journey.way_of(self.situation)
        first = next(s for s in self.journey.steps if s.is_shown(self.situation))
        return self.render(
            own_words=self.own_words(INTRODUCTION),
            start_url=self.address(first.key, **query),
            code_url="" if self.declared.for_children else self.address("code"),
            minutes=minutes_of(self.service, self.declared.form_key, way),
        )

    @property
    def draft(self) -> None:
        return None
