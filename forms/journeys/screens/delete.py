"""Delete what has been written, at once: from this browser, or by a mailed address."""

from collections.abc import Mapping
from functools import cached_property

from django.http import Http404, HttpResponse, HttpResponseRedirect

from forms.journeys import cookies, drafts
from forms.journeys.deleting import delete_draft
from forms.journeys.keeping import NotOurs, find_kept
from forms.journeys.models import Draft
from forms.journeys.screen_slugs import SCREEN_SLUGS
from forms.journeys.screens.base import Screen


class DeleteScreen(Screen):
    """A GET asks; the POST deletes. Shown when the form is closed, too."""

    template = "journeys/delete.html"
    shown_when_closed = True

    def place(self) -> tuple[Mapping[str, str] | None, str]:
        return SCREEN_SLUGS["delete"], self.token

    @property
    def token(self) -> str:
        """The token of the address; empty where the browser's own draft is meant."""
        return str(self.what.get("token", ""))

    @cached_property
    def own_draft(self) -> Draft | None:
        """The draft of this browser."""
        key = cookies.read_key(self.request, self.declared)
        return drafts.find(
            site=self.site, kind=self.declared.kind, door=self.declared.door, key=key
        )

    @cached_property
    def draft(self) -> Draft | None:
        """The draft meant; 404 for a token of another site or of nobody."""
        if not self.token:
            return self.own_draft
        try:
            return find_kept(
                site=self.site,
                kind=self.declared.kind,
                door=self.declared.door,
                token=self.token,
            )
        except NotOurs:
            raise Http404 from None

    def get(self) -> HttpResponse:
        if self.draft is None:
            return self.render(
                template="journeys/deleted.html", start_url=self.address()
            )
        if self.receipt:
            return self.render(template="journeys/delete_sent.html")
        where = "check" if self.declared.for_children else "save"
        return self.render(back_url="" if self.token else self.address(where))

    def ask_again(self) -> HttpResponse:
        """The question once more, after a form whose token had expired."""
        return self.render(notice=self.words("again"))

    def post(self) -> HttpResponse:
        if self.csrf_failed:
            return self.once_more(self.ask_again() if self.draft else self.get())
        if self.draft is None or self.receipt:
            return self.get()
        mine = self.own_draft is not None and self.own_draft.pk == self.draft.pk
        delete_draft(self.draft)
        answer = HttpResponseRedirect(self.request.path)
        if mine:
            cookies.take_key(answer, self.declared)
        return answer
