"""What of a translation a person has still to do before it may be published.

Nothing reaches a reader in the wrong language by being overlooked: a text without a
translation, one that was copied and not marked as the same in both languages, and one
that a machine wrote and nobody has read, each keep the page from being published.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from cms.language.translations.naming import part_name
from cms.language.translations.pairs import translation_into
from cms.language.translations.words import ADDRESS

_LETTER = re.compile(r"[^\W\d_]")


class TextState(models.TextChoices):
    """How far one text of a translation is."""

    EMPTY = "empty", gettext_lazy("Not translated")
    WRONG = "wrong", gettext_lazy("Has a mistake")
    EQUAL = "equal", gettext_lazy("Same as the original, not marked so")
    UNREAD = "unread", gettext_lazy("Machine, not read")
    SAME = "same", gettext_lazy("Same in both languages")
    DONE = "done", gettext_lazy("Translated")


FINISHED = frozenset({TextState.SAME, TextState.DONE})


@dataclass(frozen=True)
class Text:
    """One text of a translation: where it stands, its original, what was made of it."""

    segment: StringSegment
    part: str
    translated: StringTranslation | None

    @property
    def original(self) -> str:
        """The words of the original, without tags."""
        return _plain(self.segment.string.data)

    @property
    def words(self) -> str:
        """The words of the translation; empty where there are none."""
        return _plain(self.translated.data) if self.translated else ""

    @cached_property
    def state(self) -> TextState:
        """Whether it may be published, and if not, why."""
        made = self.translated
        if made is None or not made.data:
            return TextState.EMPTY
        if made.has_error:
            return TextState.WRONG
        if made.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE:
            return TextState.UNREAD
        is_same = made.data == self.segment.string.data
        if is_same and hasattr(made, "same_words"):
            return TextState.SAME
        return TextState.EQUAL if is_same and self._must_differ else TextState.DONE

    @property
    def _must_differ(self) -> bool:
        """An address may be a name, and a number is the same in every language."""
        is_address = self.segment.context.path == ADDRESS
        return not is_address and bool(_LETTER.search(self.segment.string.data))


class Unfinished(ValidationError):
    """A translation is not ready to be published; the message names what is missing."""

    def __init__(self, page: Page, texts: Iterable[Text]) -> None:
        # As a dictionary: Wagtail's API tells it as one.
        super().__init__({NON_FIELD_ERRORS: _sentence(page, list(texts))})
        self.page = page


def texts_of(translation: Translation) -> list[Text]:
    """Every text of a translation, in the order in which the page has them."""
    model = translation.source.specific_content_type.model_class()
    made: dict[tuple[int, int | None], StringTranslation] = {
        (row.translation_of_id, row.context_id): row
        for row in StringTranslation.objects.filter(
            context__object_id=translation.source.object_id,
            locale_id=translation.target_locale_id,
        ).select_related("same_words")
    }
    segments = StringSegment.objects.filter(source_id=translation.source_id)
    return [
        Text(
            segment,
            part_name(model, segment.context.field_path),
            made.get((segment.string_id, segment.context_id)),
        )
        for segment in segments.select_related("string", "context").order_by("order")
    ]


def unfinished(translation: Translation) -> list[Text]:
    """The texts that keep it from being published."""
    return [text for text in texts_of(translation) if text.state not in FINISHED]


def refuse_unfinished(page: Page) -> None:
    """Raise Unfinished where `page` is a translation of which something is missing."""
    translation = translation_into(page)
    if translation and (missing := unfinished(translation)):
        raise Unfinished(page, missing)


def as_translated(page: Page, revision: Any, user: Any) -> Any:
    """The revision to publish: a new one where texts were translated since `revision`.

    wagtail-localize puts them into the page only when it publishes the page itself; any
    other way to publish would show readers the original.
    """
    translation = translation_into(page)
    if translation is None or not _is_older(revision, translation):
        return revision
    translation.save_target(user=user, publish=False)
    return page.specific_class.objects.get(pk=page.pk).get_latest_revision()


def _plain(data: str) -> str:
    words: str = StringValue(data).render_text()
    return words.strip()


def _is_older(revision: Any, translation: Translation) -> bool:
    segments = StringSegment.objects.filter(source_id=translation.source_id)
    made = segments.get_translations(translation.target_locale)
    newest = made.aggregate(at=Max("updated_at"))["at"]
    return newest is not None and revision.created_at < newest


def _sentence(page: Page, texts: list[Text]) -> str:
    name = page.get_admin_display_title()
    told = [_("“%(page)s” cannot be published yet.") % {"page": name}]
    reasons = {
        TextState.EMPTY: _("Not translated: %(parts)s."),
        TextState.WRONG: _("With a mistake: %(parts)s."),
        TextState.EQUAL: _(
            "The same as the original and not marked so on purpose: %(parts)s."
        ),
        TextState.UNREAD: _("Translated by a machine and read by nobody: %(parts)s."),
    }
    for state, reason in reasons.items():
        parts = dict.fromkeys(text.part for text in texts if text.state == state)
        if parts:
            told.append(reason % {"parts": ", ".join(parts)})
    return " ".join(told)
