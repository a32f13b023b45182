"""What people do with translations: start them, mark texts, say that they were read."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from cms.language.translations.checking import Text, TextState, texts_of
from cms.models import PluginPage, PublishedWords, SameWords

HOME_DEPTH = 3


@transaction.atomic
def create_version(*, page: PluginPage, language: str, by: Any) -> list[Page]:
    """A draft of `page` in `language`, and of every parent that has none; in order.

    Nothing is made live and nothing is an alias: each is a translation to be written.
    """
    locale = Locale.objects.get(language_code=language)
    made = []
    for one in [*parents_without(page, language), page]:
        translate_object(one, [locale], user=by)
        made.append(one.get_translation(locale))
    return made


def parents_without(page: Page, language: str) -> list[Page]:
    """The pages above `page`, from the top, that are not there in `language`."""
    above = page.get_ancestors().filter(depth__gt=HOME_DEPTH)
    there = set(
        Page.objects.filter(
            translation_key__in=[one.translation_key for one in above],
            locale__language_code=language,
            alias_of__isnull=True,
        ).values_list("translation_key", flat=True)
    )
    return [one for one in above if one.translation_key not in there]


@transaction.atomic
def mark_same(*, translation: Translation, text: Text, by: Any) -> None:
    """The text is the same in both languages, because this person says so."""
    made, _is_new = StringTranslation.objects.update_or_create(
        translation_of_id=text.segment.string_id,
        context_id=text.segment.context_id,
        locale_id=translation.target_locale_id,
        defaults={
            "data": text.segment.string.data,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": "",
            "last_translated_by": by,
            "has_error": False,
            "field_error": "",
        },
    )
    SameWords.objects.update_or_create(
        translated=made, defaults={"marked_by": by, "marked_at": timezone.now()}
    )


@transaction.atomic
def mark_rest_same(*, translation: Translation, by: Any) -> int:
    """The same for every text that has no words of its own yet; how many there were."""
    open_ones = [
        text
        for text in texts_of(translation)
        if text.state in (TextState.EMPTY, TextState.EQUAL)
    ]
    for text in open_ones:
        mark_same(translation=translation, text=text, by=by)
    return len(open_ones)


def translate_after_all(*, text: Text) -> None:
    """It is not the same after all: it waits for words again."""
    if text.state == TextState.SAME and text.translated is not None:
        text.translated.delete()


def confirm_read(*, text: Text, by: Any) -> None:
    """A person has read what the machine wrote, and it is right."""
    if text.state != TextState.UNREAD or text.translated is None:
        return
    text.translated.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
    text.translated.last_translated_by = by
    text.translated.save()


def mark_page_same(*, page: Page, by: Any) -> None:
    """What a published page says as in the other language, it says so on purpose."""
    PublishedWords.objects.filter(page_id=page.pk).update(
        same_since=timezone.now(), same_by=by
    )
