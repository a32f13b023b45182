"""What the screens share that a mailed link opens. A GET of theirs changes nothing."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from django.http import Http404, HttpResponse, HttpResponseRedirect

from forms.casework.errors import CaseworkError
from forms.casework.following import find_followed, link_token
from forms.casework.models import Case
from forms.journeys import spam
from forms.journeys.screen_slugs import SCREEN_SLUGS
from forms.journeys.screens.base import Screen


class FollowingScreen(Screen):
    """One address for whoever holds the link; shown when the form is closed, too.

    A link that opens nothing gets one answer, whatever the reason: it is too old, was
    mailed to a former address, the case is gone, or nobody made it.
    """

    key: ClassVar[str]
    shown_when_closed = True

    @property
    def draft(self) -> None:
        """Nothing that this browser may hold matters here."""
        return None

    @property
    def token(self) -> str:
        """The token of the address; empty on the page that mails a link."""
        return str(self.what.get("token", ""))

    def place(self) -> tuple[Mapping[str, str] | None, str]:
        return SCREEN_SLUGS[self.key], self.token

    @cached_property
    def case(self) -> Case | None:
        """The case that the link opens."""
        return find_followed(site=self.site, kind=self.declared.kind, token=self.token)

    @property
    def opened(self) -> Case:
        """The case, where it is known that there is one."""
        if self.case is None:
            raise Http404
        return self.case

    def gone(self) -> HttpResponse:
        """The link opens nothing; a new one can be had."""
        return self.render(
            template="journeys/status_gone.html",
            status=404,
            ask_url=self.address("status"),
        )

    def link(self, where: str, **query: str) -> str:
        """The path of another of these screens, for whoever holds the link."""
        path = self.page.address(self.request, where, self.token)
        return f"{path}?notice={query['notice']}" if query else path

    def done(self, notice: str) -> HttpResponseRedirect:
        """Back to where it stands, by a link that is good for the case as it is now."""
        self.what["token"] = link_token(self.opened)
        return HttpResponseRedirect(self.link("status", notice=notice))


class ChangingScreen(FollowingScreen):
    """A form about the case: a GET shows it, a POST does it and leads back."""

    form_class: ClassVar[Any]
    button: ClassVar[Any]

    def get(self) -> HttpResponse:
        if self.case is None:
            return self.gone()
        return self.show(self.form())

    def post(self) -> HttpResponse:
        if self.case is None:
            return self.once_more(self.gone())
        form = self.form(self.request.POST)
        if self.csrf_failed:
            return self.once_more(self.show(form, notice=self.words("again")))
        if not form.is_valid():
            return self.show(form)
        if spam.is_over_limit(self.request, site_id=self.site.pk, doing="change"):
            return self.show(form, status=429, notice=self.words("asked_too_often"))
        try:
            return self.done(self.act(form.cleaned_data))
        except CaseworkError:
            # Staff were quicker: the page says how it stands now.
            return HttpResponseRedirect(self.link("status"))

    def form(self, data: Any = None) -> Any:
        """The form, filled with how it is now."""
        raise NotImplementedError

    def act(self, said: Mapping[str, Any]) -> str:
        """Do it; returns the notice that says so."""
        raise NotImplementedError

    def show(self, form: Any, status: int = 200, **more: Any) -> HttpResponse:
        """The question."""
        return self.render(
            status=status,
            form=form,
            back_url=self.link("status"),
            button_text=self.button,
            **more,
        )
