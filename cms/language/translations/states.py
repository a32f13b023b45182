"""How every page of a site stands in each of the site's languages."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site
from wagtail_localize.models import StringSegment, StringTranslation

from cms.activation import SERVICE_ROOT_PATH
from cms.language.choice import languages_of
from cms.language.translations.naming import part_names
from cms.language.translations.words import repeated
from cms.visibility import shown_types

HOME_DEPTH = 3
Key = tuple[uuid.UUID, str]


class TranslationState(models.TextChoices):
    """How far a page is in one language."""

    MISSING = "missing", _("Missing")
    DRAFT = "draft", _("Draft")
    HALF = "half", _("Half translated")
    STALE = "stale", _("Out of date")
    SAME = "same", _("Same in both languages on purpose")
    READY = "ready", _("Ready")


@dataclass(frozen=True)
class PageInLanguage:
    """A page in one language of its site.

    `page` is the page in that language, or the other one where it is missing. `since`
    is when it came to be so: published, out of date, or, where there is nothing to
    read, since readers of the other language have had more. `changed` names the parts
    of the other version that are different since. `pair_ready` says whether the other
    language can be read: a page that is a draft in both keeps nobody waiting. `equal`
    names the parts of a published page that repeat the other language word for word
    without anybody having said that they may.
    """

    page: Page
    language: str
    state: TranslationState
    since: dt.datetime | None
    changed: tuple[str, ...] = ()
    done: int = 0
    total: int = 0
    pair_ready: bool = False
    equal: tuple[str, ...] = ()

    @property
    def other(self) -> str:
        """The language of its pair."""
        return "en" if self.language == "cy" else "cy"

    @property
    def per_cent(self) -> int:
        """The share of the texts that are translated, rounded down."""
        return 100 * self.done // self.total if self.total else 0


def translation_states(site: Site) -> list[PageInLanguage]:
    """Every page of the site in every language that the site shows, in tree order.

    Pages of features that are off and aliases are left out; where only an alias
    stands, the page is missing.
    """
    languages = languages_of(site)
    families: dict[uuid.UUID, dict[str, Page]] = {}
    for page in _pages(site):
        family = families.setdefault(page.translation_key, {})
        family.setdefault(page.locale.language_code, page)
    progress = _progress(_unfinished(families.values()))
    return [
        _state(family, language, progress.get((key, language), (0, 0)))
        for key, family in families.items()
        for language in languages
    ]


def state_of(page: Page, language: str) -> PageInLanguage:
    """The same of one page, in `language`."""
    around = ("locale", "ready_language", "published_words")
    pages = Page.objects.filter(
        translation_key=page.translation_key, alias_of__isnull=True
    ).select_related(*around)
    family = {one.locale.language_code: one for one in pages}
    progress = _progress({page.translation_key})
    key = (page.translation_key, language)
    return _state(family, language, progress.get(key, (0, 0)))


def _pages(site: Site) -> QuerySet[Page]:
    return (
        Page.objects.filter(
            path__startswith=site.root_page.path[:SERVICE_ROOT_PATH],
            depth__gte=HOME_DEPTH,
            alias_of__isnull=True,
            content_type__in=shown_types(site),
        )
        .select_related("locale", "ready_language", "published_words")
        .order_by("path")
    )


def _state(
    family: dict[str, Page], language: str, progress: tuple[int, int]
) -> PageInLanguage:
    page = family.get(language)
    other = next((p for code, p in family.items() if code != language), None)
    waiting_since = _ready_at(other) if other else None
    pair_ready = waiting_since is not None
    if page is None:
        standing = next(iter(family.values()))
        missing = TranslationState.MISSING
        return PageInLanguage(
            standing, language, missing, waiting_since, pair_ready=pair_ready
        )
    done, total = progress
    state, since = _of_page(page, 0 < done < total)
    words = getattr(page, "published_words", None)
    behind = words.behind if words and state == TranslationState.STALE else []
    model = page.cached_content_type.model_class()
    return PageInLanguage(
        page,
        language,
        state,
        since or waiting_since or page.latest_revision_created_at,
        part_names(model, behind),
        done,
        total,
        pair_ready,
        part_names(model, _equal(page, other)),
    )


def _equal(page: Page, other: Page | None) -> list[dict[str, str]]:
    own = getattr(page, "published_words", None)
    theirs = getattr(other, "published_words", None)
    if own is None or theirs is None or own.same_since or theirs.same_since:
        return []
    return repeated(own.words, theirs.words)


def _of_page(page: Page, is_half: bool) -> tuple[TranslationState, dt.datetime | None]:
    ready_at = _ready_at(page)
    words = getattr(page, "published_words", None)
    if ready_at is None:
        state = TranslationState.HALF if is_half else TranslationState.DRAFT
        return state, None
    if words is not None and words.behind:
        return TranslationState.STALE, words.behind_since
    if words is not None and words.same_since:
        return TranslationState.SAME, words.same_since
    return TranslationState.READY, ready_at


def _ready_at(page: Page) -> dt.datetime | None:
    row = getattr(page, "ready_language", None)
    return row.ready_at if row else None


def _unfinished(families: Iterable[dict[str, Page]]) -> set[uuid.UUID]:
    """Pages of which a version waits to be published or to follow: few at a time."""
    return {
        page.translation_key
        for family in families
        for page in family.values()
        if _ready_at(page) is None or _is_behind(page)
    }


def _is_behind(page: Page) -> bool:
    words = getattr(page, "published_words", None)
    return bool(words and words.behind)


def _progress(keys: set[uuid.UUID]) -> dict[Key, tuple[int, int]]:
    """How many texts of a running translation people have done, and of how many."""
    if not keys:
        return {}
    translated = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=OuterRef("source__translations__target_locale_id"),
        has_error=False,
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
    )
    segments = StringSegment.objects.filter(
        source__object_id__in=keys, source__translations__enabled=True
    ).annotate(is_done=Exists(translated))
    target = "source__translations__target_locale__language_code"
    done: Counter[Key] = Counter()
    total: Counter[Key] = Counter()
    rows = segments.values_list("source__object_id", target, "is_done")
    for key, language, is_done in rows:
        total[key, language] += 1
        done[key, language] += is_done
    return {key: (done[key], total[key]) for key in total}
