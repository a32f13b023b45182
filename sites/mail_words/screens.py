"""The screens: the list of mails, and one mail with its words, preview and history."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.admin import SiteScoped
from cms.mail import EditableMail
from cms.mail_words import MailText, Shown, editable_at, shown
from cms.models import MailWords
from sites.mail_words.form import WordsForm
from sites.mail_words.saving import (
    ChangedMeanwhile,
    restore_supplied,
    save_words,
)
from sites.mail_words.trying import send_test
from sites.mail_words.versions import Current, all_current, current, versions, words_at
from sites.models import Service
from sites.screens.test_mail import tell_of_test, too_many_tests


class MailWordsScreen(SiteScoped, WagtailAdminTemplateMixin, TemplateView):
    """A screen for whoever may change the words of the host's service."""

    model = MailWords
    viewset: Any = None
    request: HttpRequest
    header_icon = "mail"
    _show_breadcrumbs = True

    def url(self, name: str, *args: Any) -> str:
        """The address of another of these screens."""
        return reverse(self.viewset.get_url_name(name), args=args)


class IndexView(MailWordsScreen):
    """Every mail that can be changed, with how its words stand."""

    template_name = "authorities/mail_words/index.html"

    def get_page_title(self) -> str:
        return str(self.viewset.menu_label)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        own = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), own]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = all_current(self.site, editable_at(self.site))
        return super().get_context_data(
            rows=[(row, self.url("edit", row.mail.slug)) for row in rows], **kwargs
        )


class EditView(MailWordsScreen):
    """The words of one mail: see them filled in, send oneself a test, save, restore."""

    template_name = "authorities/mail_words/edit.html"

    @cached_property
    def mail(self) -> EditableMail:
        """The mail of the address; 404 where this service has none such."""
        for mail in editable_at(self.site):
            if mail.slug == self.kwargs["slug"]:
                return mail
        raise Http404

    @cached_property
    def now(self) -> Current:
        """What it says today."""
        return current(self.site, self.mail)

    def get_page_title(self) -> str:
        return str(self.mail.title)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": self.url("index"), "label": self.viewset.menu_label}
        own = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), above, own]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        start = self._earlier() if "from" in request.GET else None
        form = self._form(None, start)
        words = start or self.now.words
        return self._show(form, words, is_earlier=start is not None)

    def _earlier(self) -> dict[str, MailText]:
        pk = self.request.GET["from"]
        found = words_at(self.site, self.mail, int(pk)) if pk.isdecimal() else None
        if found is None:
            raise Http404
        return found

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "restore" in request.POST:
            return self._restore()
        form = self._form(request.POST)
        if not form.is_valid():
            return self._show(form, form.words)
        if "preview" in request.POST:
            return self._show(form, form.words, is_preview=True)
        if "test" in request.POST:
            self._send_test(form)
            return self._show(form, form.words)
        return self._save(form)

    def _form(self, data: Any, start: Any = None) -> WordsForm:
        return WordsForm(
            data,
            now=self.now,
            start=start or self.now.words,
            must_be_both=Service.for_site(self.site).welsh_standards,
        )

    def _save(self, form: WordsForm) -> HttpResponse:
        try:
            saved = save_words(
                site=self.site,
                mail=self.mail,
                words=form.words,
                by=self.request.user,
                both=form.cleaned_data["both"],
                seen=form.cleaned_data["seen"],
            )
        except ChangedMeanwhile as meanwhile:
            self.now = meanwhile.now
            form = self._form(self.request.POST)
            form.is_valid()  # It says what has happened, and shows what was typed.
            return self._show(form, form.words)
        said = (
            _("Saved. The next mail says so.") if saved else _("Nothing had changed.")
        )
        messages.success(self.request, said)
        return redirect(self.url("index"))

    def _restore(self) -> HttpResponse:
        restore_supplied(site=self.site, mail=self.mail, by=self.request.user)
        messages.success(
            self.request, _("The mail speaks as supplied again, in both languages.")
        )
        return redirect(self.url("index"))

    def _send_test(self, form: WordsForm) -> None:
        user: Any = self.request.user
        if too_many_tests(f"{self.site.pk}:{user.pk}"):
            words = _("You have sent yourself enough test mails for this hour.")
            messages.error(self.request, words)
            return
        parts = shown(self.site, self.mail, form.words)
        tell_of_test(self.request, send_test(self.site, parts, to=user.email))

    def _show(
        self, form: WordsForm, words: dict[str, MailText], **context: Any
    ) -> HttpResponse:
        return self.render_to_response(
            self.get_context_data(
                form=form,
                mail=self.mail,
                now=self.now,
                preview=self._preview(words),
                versions=versions(self.site, self.mail),
                **context,
            )
        )

    def _preview(self, words: dict[str, MailText]) -> list[Shown]:
        """The languages in which nothing is wrong, as their reader sees them."""
        parts = shown(self.site, self.mail, words)
        return sorted(
            (part for part in parts if part.language in words),
            key=lambda part: part.language == "cy",
        )
