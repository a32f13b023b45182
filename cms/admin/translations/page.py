"""The screen of one page in both languages."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site
from wagtail_localize.models import Translation

from cms.admin.features.screens import Screen
from cms.admin.place import roles_at
from cms.language.choice import languages_of
from cms.language.translations.checking import FINISHED, Text, texts_of
from cms.language.translations.naming import part_name
from cms.language.translations.pairs import translation_into
from cms.language.translations.services import parents_without
from cms.language.translations.states import (
    PageInLanguage,
    TranslationState,
    state_of,
)
from cms.language.translations.tasks import open_tasks
from cms.models import PluginPage, TranslationTask
from cms.roles import PAGE_ROLES, PUBLISH_ROLES
from cms.visibility import site_of

NOTHING_TO_DO = frozenset({TranslationState.READY, TranslationState.SAME})


def may_translate(user: Any, site: Site | None) -> bool:
    """Whether the person writes pages, or translates them, at the site of this host."""
    if site is None:
        return False
    return user.is_superuser or bool(roles_at(user, site) & PAGE_ROLES)


def may_ask(user: Any, site: Site | None) -> bool:
    """Whether the person gives tasks to those who translate."""
    if site is None:
        return False
    return user.is_superuser or bool(roles_at(user, site) & PUBLISH_ROLES)


def behind(told: PageInLanguage) -> list[dict[str, str]]:
    """What a page is out of date with: each part, its words before and now."""
    words = getattr(told.page, "published_words", None)
    if told.state != TranslationState.STALE or words is None:
        return []
    model = told.page.cached_content_type.model_class()
    return [{**word, "part": part_name(model, word["field"])} for word in words.behind]


@dataclass(frozen=True)
class Side:
    """The page in one language, as the screen shows it."""

    told: PageInLanguage
    translation: Translation | None
    parents: list[Page]
    task: TranslationTask | None

    @property
    def may_be_asked_for(self) -> bool:
        """Whether there is anything to do, and something to do it from."""
        return self.told.pair_ready and self.told.state not in NOTHING_TO_DO

    @property
    def is_missing(self) -> bool:
        """Whether nobody has begun it."""
        return self.told.state == TranslationState.MISSING

    @cached_property
    def texts(self) -> list[Text]:
        """The texts of its translation, those to be done first."""
        found = texts_of(self.translation) if self.translation else []
        return sorted(found, key=lambda text: text.state in FINISHED)

    @cached_property
    def to_do(self) -> int:
        """How many of them keep it from being published."""
        return sum(text.state not in FINISHED for text in self.texts)

    @property
    def waits_to_be_published(self) -> bool:
        """Whether each text is translated, and that is not yet what is read."""
        is_whole = self.translation is not None and not self.to_do
        return is_whole and self.told.state not in NOTHING_TO_DO

    @property
    def behind(self) -> list[dict[str, str]]:
        """What the other language was published with differently since."""
        return behind(self.told)

    @property
    def edit_url(self) -> str:
        """Where its words are written."""
        return reverse("wagtailadmin_pages:edit", args=[self.told.page.pk])


class PageScreen(Screen):
    """A screen about one page that the person may edit: 404 for any other."""

    header_icon = "wagtail-localize-language"
    may_open = may_translate

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.page = get_object_or_404(Page, pk=kwargs["page_id"]).specific
        self.page_site = site_of(self.page)
        if self.page_site is None or not isinstance(self.page, PluginPage):
            raise Http404
        if not self.page.permissions_for_user(request.user).can_edit():
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class PageInBothView(PageScreen):
    """Both languages side by side; the texts of a translation one by one."""

    template_name = "cms/admin/translations/page.html"
    page_title = _("In both languages")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sides = [self._side(code) for code in languages_of(self.page_site)]
        return super().get_context_data(
            page=self.page,
            sides=sides,
            may_ask=may_ask(self.request.user, self.page_site),
            may_publish=self.page.permissions_for_user(self.request.user).can_publish(),
            translated=next((side for side in sides if side.translation), None),
            **kwargs,
        )

    def _side(self, language: str) -> Side:
        told = state_of(self.page, language)
        tasks = open_tasks(self.page_site).filter(language=language)
        key = self.page.translation_key
        task = tasks.filter(page__translation_key=key).first()
        if told.state == TranslationState.MISSING:
            above = parents_without(self.page, language)
            return Side(told, None, above, task)
        return Side(told, translation_into(told.page), [], task)
