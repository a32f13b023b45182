"""Leave at once, to a page that gives nothing away; this browser forgets its key."""

from django.http import HttpResponse, HttpResponseRedirect

from forms.journeys import cookies
from forms.journeys.screens.base import Screen

ELSEWHERE = "https://www.bbc.co.uk/weather"


class LeaveScreen(Screen):
    """Where “exit this page” leads in a form for children, open or closed.

    Only the browser forgets: an address that is opened by itself deletes nothing.
    Nothing is cleared here: browsers take their time over that, and these pages are
    stored nowhere.
    """

    def respond(self) -> HttpResponse:
        answer = HttpResponseRedirect(ELSEWHERE)
        answer.headers["Cache-Control"] = "private, no-store"
        answer.headers["X-Robots-Tag"] = "noindex"
        cookies.take_key(answer, self.declared)
        return answer
