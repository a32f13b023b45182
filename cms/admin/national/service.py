"""A service's own side: what the hub has changed, take it or keep one's own words."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput

from cms.admin.national.screens import LANGUAGES, ServiceTexts
from cms.national import NotHere, Refused, keep, take
from cms.national.comparing import sides_of
from cms.national.queries import State, texts_at
from cms.national.writing import Writing, writing_at


class KeepForm(forms.Form):
    """Why a service keeps its own words, and when it last checked the law in them."""

    reason = forms.CharField(
        label=gettext_lazy("Why do you keep your own words?"),
        help_text=gettext_lazy(
            "The hub reads this. You are asked again at a next version."
        ),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Say why you keep your own words.")},
    )
    law_checked_on = forms.DateField(
        label=gettext_lazy("When did you last check the law in your own words?"),
        help_text=gettext_lazy("Your page shows this date. Without one it shows none."),
        required=False,
        widget=AdminDateInput,
    )

    def __init__(self, *args: Any, is_law: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_law:
            del self.fields["law_checked_on"]


class TextsView(ServiceTexts):
    """Every page that was made from a national text; what waits comes first."""

    template_name = "cms/admin/national/list.html"
    page_title = gettext_lazy("National texts")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        owns = texts_at(self.site)
        waiting = [own for own in owns if own.waits]
        return super().get_context_data(
            waiting=waiting,
            others=[own for own in owns if not own.waits],
            languages=LANGUAGES,
            **kwargs,
        )


class TextView(ServiceTexts):
    """The difference in both languages, and the two ways to answer it."""

    template_name = "cms/admin/national/text.html"
    above = [("cms_national_texts", gettext_lazy("National texts"))]

    def get_page_title(self) -> str:
        reader = "cy" if (get_language() or "").startswith("cy") else "en"
        titles = {p.locale.language_code: p.title for p, _row in self.writing.pages}
        return str(titles.get(reader) or next(iter(titles.values())))

    @cached_property
    def writing(self) -> Writing:
        """The service's pages of this key; 404 where there is nothing to write."""
        try:
            return writing_at(self.site, self.kwargs["key"])
        except NotHere:
            raise Http404 from None

    @cached_property
    def may_publish(self) -> bool:
        """Whether the person may publish each of the pages."""
        user = self.request.user
        return all(
            page.permissions_for_user(user).can_publish()
            for page, _row in self.writing.pages
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        key = self.writing.text.key
        own = next(own for own in texts_at(self.site) if own.text.key == key)
        sides = sides_of(self.writing)
        kwargs.setdefault("form", self._form(None, own.kept))
        return super().get_context_data(
            own=own,
            text=own.text,
            sides=sides,
            is_own=any(side.is_own for side in sides),
            is_different=any(side.is_different for side in sides),
            is_newest=own.state == State.NEWEST,
            may_publish=self.may_publish,
            languages=LANGUAGES,
            **kwargs,
        )

    def _form(self, data: Any, kept: Any = None) -> KeepForm:
        told = ("reason", "law_checked_on")
        initial = {name: getattr(kept, name) for name in told} if kept else {}
        return KeepForm(data, initial=initial, is_law=self.writing.text.is_law)


class Deciding(TextView):
    """A POST that decides; whoever may not publish the pages is refused."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.may_publish:
            raise PermissionDenied
        try:
            self._refuse_unread()
            return self.decide()
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect("cms_national_text", kwargs["key"])

    def decide(self) -> HttpResponse:
        """Do it and say so."""
        raise NotImplementedError

    def _refuse_unread(self) -> None:
        """Refused where the hub has made a newer version than the page showed."""
        if self.request.POST.get("text") != str(self.writing.text.pk):
            raise Refused(_("There is a newer version: read it first."))


class TakeView(Deciding):
    """One click: both languages are published with the newest words."""

    def decide(self) -> HttpResponse:
        text = self.writing.text
        pages = take(site=self.site, key=text.key, by=self.request.user)
        messages.success(self.request, self._said(pages))
        return redirect("cms_national_texts")

    def _said(self, pages: list[Any]) -> str:
        facts = {"title": self.get_page_title(), "count": len(pages)}
        if not pages:
            return _("“%(title)s” has these words already.") % facts
        if not all(page.live for page in pages):
            return (
                _(
                    "The new text is in “%(title)s”. A page that is not published has"
                    " it as a draft."
                )
                % facts
            )
        words = ngettext(
            "The new text is published in “%(title)s”, on %(count)d page. The page's"
            " history has the words of before.",
            "The new text is published in “%(title)s”, on %(count)d pages. The pages'"
            " history has the words of before.",
            len(pages),
        )
        return words % facts


class KeepView(Deciding):
    """Our own words stay, and the hub reads why."""

    def decide(self) -> HttpResponse:
        text = self.writing.text
        form = self._form(self.request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            said = form.cleaned_data
            keep(site=self.site, key=text.key, by=self.request.user, **said)
        except Refused as refused:
            form.add_error("law_checked_on", str(refused))
            return self.render_to_response(self.get_context_data(form=form))
        messages.success(
            self.request,
            _("You keep your own words in “%(title)s”.")
            % {"title": self.get_page_title()},
        )
        return redirect("cms_national_texts")
