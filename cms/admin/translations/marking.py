"""What is decided on the screen of a page in both languages: one POST each."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.admin.translations.page import PageScreen
from cms.language.choice import languages_of
from cms.language.translations.checking import Text, texts_of
from cms.language.translations.handing_over import NotFinished, hand_over
from cms.language.translations.keeping import say_it_still_holds
from cms.language.translations.pairs import translation_into
from cms.language.translations.services import (
    confirm_read,
    create_version,
    mark_page_same,
    mark_rest_same,
    mark_same,
    parents_without,
    translate_after_all,
)
from cms.language.translations.states import TranslationState, state_of
from cms.plugins.gates import refuse_translation

MAY_SUBMIT = "wagtail_localize.submit_translation"


class Deciding(PageScreen):
    """A POST about the page; afterwards the screen is shown again."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.decide() or redirect("cms_translation", self.page.pk)

    def decide(self) -> HttpResponse | None:
        """Do it and say so; None to come back to the screen."""
        raise NotImplementedError

    @property
    def translation(self) -> Translation:
        """The translation of which the page is made; 404 where there is none."""
        found = translation_into(self.page)
        if found is None:
            raise Http404
        return found


class CreateView(Deciding):
    """One click makes a draft of the page in the other language, and of its parents."""

    def decide(self) -> HttpResponse | None:
        language = self.request.POST.get("language", "")
        if language not in languages_of(self.page_site):
            raise Http404
        if not self.request.user.has_perm(MAY_SUBMIT):
            raise PermissionDenied
        if state_of(self.page, language).state != TranslationState.MISSING:
            return None
        for page in (*parents_without(self.page, language), self.page):
            if refused := refuse_translation(self.request, page):
                return refused
        made = create_version(page=self.page, language=language, by=self.request.user)
        words = ngettext(
            "A draft is ready to be translated.",
            "%(count)d drafts are ready to be translated, the parents first.",
            len(made),
        )
        messages.success(self.request, words % {"count": len(made)})
        return redirect("wagtailadmin_pages:edit", made[-1].pk)


class HandOverView(Deciding):
    """It is translated: those who publish are told."""

    def decide(self) -> None:
        try:
            hand_over(site=self.page_site, page=self.translated, by=self.request.user)
        except NotFinished:
            messages.error(self.request, _("Some texts are still to be translated."))
        else:
            told = _("Those who publish have been told that it is translated.")
            messages.success(self.request, told)

    @property
    def translated(self) -> Page:
        """The page of the pair that is a translation; 404 where neither is."""
        pair = Page.objects.filter(translation_key=self.page.translation_key)
        found = [page for page in pair if translation_into(page) is not None]
        if not found:
            raise Http404
        return found[0]


class MarkView(Deciding):
    """One text is the same in both, is to be translated after all, or was read."""

    def decide(self) -> None:
        by, text = self.request.user, self._text()
        action = self.request.POST.get("action")
        if action == "same":
            mark_same(translation=self.translation, text=text, by=by)
        elif action == "translate":
            translate_after_all(text=text)
        elif action == "read":
            confirm_read(text=text, by=by)

    def _text(self) -> Text:
        asked = self.request.POST.get("text")
        for text in texts_of(self.translation):
            if str(text.segment.pk) == asked:
                return text
        raise Http404


class RestView(Deciding):
    """All texts without words of their own are the same in both languages."""

    def decide(self) -> None:
        count = mark_rest_same(translation=self.translation, by=self.request.user)
        words = ngettext(
            "%(count)d text is marked as the same in both languages.",
            "%(count)d texts are marked as the same in both languages.",
            count,
        )
        messages.success(self.request, words % {"count": count})


class Vouching(Deciding):
    """A word about what readers see: from those who may publish it."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.page.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        return super().post(request, *args, **kwargs)


class SameView(Vouching):
    """What the page repeats of the other language, it repeats on purpose."""

    def decide(self) -> None:
        mark_page_same(page=self.page, by=self.request.user)
        messages.success(
            self.request, _("It counts as the same in both languages on purpose.")
        )


class HoldsView(Vouching):
    """What changed in the other language needs no change in this one."""

    def decide(self) -> None:
        say_it_still_holds(page=self.page)
        messages.success(self.request, _("This page counts as up to date again."))
