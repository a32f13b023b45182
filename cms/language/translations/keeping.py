"""Keep, at every publication, what a page says and where its pair falls behind.

Pairs written by hand in both languages follow one another field by field: publishing a
field that had fallen behind catches up with it; publishing any other change puts the
other language behind. A page that is translated with wagtail-localize follows its
source alone, and has caught up with what it was translated from.
"""

from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.strings import StringValue

from cms.language.slugs import slugify
from cms.language.translations.checking import unfinished
from cms.language.translations.pairs import pair_words, translation_into
from cms.language.translations.words import (
    ADDRESS,
    Words,
    as_rows,
    by_place,
    checked,
    differences,
    field_of,
    words_of,
)
from cms.models import PluginPage, PublishedWords, SameWords
from cms.publishing import are_own_words


@receiver(page_published)
def note_words_on_publish(sender: Any, instance: Page, **kwargs: Any) -> None:
    """The row of a page follows what is published; so does its pair's."""
    if isinstance(instance, PluginPage) and not instance.alias_of_id:
        note_published(page=instance)


@receiver(page_unpublished)
def forget_words_on_unpublish(sender: Any, instance: Page, **kwargs: Any) -> None:
    """What nobody reads is behind nothing."""
    PublishedWords.objects.filter(page_id=instance.pk).delete()


@transaction.atomic
def note_published(*, page: PluginPage) -> PublishedWords:
    """Write down what `page` says now, and put its pair behind where it must follow."""
    row, is_first = PublishedWords.objects.get_or_create(page=page)
    row.page = page  # Whoever hears of the row need not look it up again.
    now = words_of(page)
    changed = {} if is_first else differences(by_place(row.words), now)
    pair = pair_words(page)
    translation = translation_into(page)
    row.words = as_rows(now if translation is None else checked(now))
    behind, forward = _settled(row, changed, translation, pair)
    _set_behind(row, behind)
    if changed:
        row.same_since = row.same_by = None
    if translation is not None and _is_all_the_same(translation):
        row.same_since = row.same_since or timezone.now()
    row.save()
    if pair is not None and forward:
        _put_behind(pair, forward)
    if changed:
        _tell_translators(page)
    return row


@transaction.atomic
def say_it_still_holds(*, page: PluginPage) -> None:
    """A person has read both: what was changed in the pair needs no change here."""
    row = PublishedWords.objects.select_for_update().filter(page_id=page.pk).first()
    if row is not None:
        _set_behind(row, {})
        row.save(update_fields=["behind", "behind_since"])


def _is_all_the_same(translation: Translation) -> bool:
    """Whether every text but the address is marked as the same in both languages."""
    texts = StringSegment.objects.filter(source_id=translation.source_id).exclude(
        context__path=ADDRESS
    )
    marked = texts.filter(
        Exists(
            SameWords.objects.filter(
                translated__translation_of_id=OuterRef("string_id"),
                translated__context_id=OuterRef("context_id"),
                translated__locale_id=translation.target_locale_id,
                translated__data=OuterRef("string__data"),
            )
        )
    )
    return 0 < texts.count() == marked.count()


@receiver(post_save, sender=StringTranslation)
def name_the_address_after_the_title(
    sender: Any, instance: StringTranslation, **kwargs: Any
) -> None:
    """A translated title gives the page its address, as it does when one is written.

    An address that a person has translated stays as it is.
    """
    if not _is_written_title(instance):
        return
    segments = StringSegment.objects.filter(
        source__object_id=instance.context.object_id,
        source__translations__target_locale=instance.locale_id,
        context__path=ADDRESS,
    )
    for segment in segments:
        made, is_new = StringTranslation.objects.get_or_create(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale_id=instance.locale_id,
            defaults={
                "data": _address_of(instance),
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            },
        )
        if not is_new and made.translation_type != instance.translation_type:
            made.data = _address_of(instance)
            made.translation_type = instance.translation_type
            made.save()


def _address_of(title: StringTranslation) -> str:
    return slugify(StringValue(title.data).render_text())


def _is_written_title(made: StringTranslation) -> bool:
    by_hand = made.translation_type == StringTranslation.TRANSLATION_TYPE_MANUAL
    return bool(by_hand and made.context and made.context.path == "title")


def _settled(
    row: PublishedWords,
    changed: Words,
    translation: Translation | None,
    pair: PublishedWords | None,
) -> tuple[Words, Words]:
    """Where the page is behind now, and what its pair has to follow."""
    if are_own_words():
        return {}, {}  # The platform keeps them in both languages.
    if translation is not None:
        return _behind_source(translation, pair), {}
    was = by_place(row.behind)
    caught_up = {field_of(word) for word in was.values()}
    touched = {field_of(word) for word in changed.values()}
    behind = {p: w for p, w in was.items() if field_of(w) not in touched}
    forward = {p: w for p, w in changed.items() if field_of(w) not in caught_up}
    return behind, forward


def _behind_source(translation: Translation, pair: PublishedWords | None) -> Words:
    """What the source says that the translation does not.

    Only what was scheduled can be published with texts that wait by now.
    """
    if waiting := unfinished(translation):
        return {
            text.segment.context.path: {
                "field": text.segment.context.field_path,
                "was": "",
                "now": text.original,
            }
            for text in waiting
        }
    if pair is None:
        return {}
    return differences(words_of(translation.source.as_instance()), by_place(pair.words))


def _put_behind(row: PublishedWords, changes: Words) -> None:
    """Add what its pair says differently; but not what is again as it was."""
    behind = by_place(row.behind)
    for path, word in changes.items():
        was = behind.pop(path, word)["was"]
        if was != word["now"] or not was:
            behind[path] = {**word, "was": was}
    row.same_since = row.same_by = None
    _set_behind(row, behind)
    row.save()


def _set_behind(row: PublishedWords, behind: Words) -> None:
    row.behind = as_rows(behind)
    row.behind_since = (row.behind_since or timezone.now()) if behind else None


def _tell_translators(page: PluginPage) -> None:
    """Translations made of `page` are shown its new words as soon as they stand."""
    sources = TranslationSource.objects.filter(
        object_id=page.translation_key,
        locale_id=page.locale_id,
        translations__enabled=True,
    )
    for source in sources.distinct():
        source.update_from_db()
