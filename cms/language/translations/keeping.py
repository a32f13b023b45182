"""Keep, at every publication, what a page says and where its pair falls behind.

Pairs written by hand in both languages follow one another field by field: publishing a
field that had fallen behind catches up with it; publishing any other change puts the
other language behind. A page that is translated with wagtail-localize follows its
source alone, and has caught up with what it was translated from.
"""

from typing import Any

from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished
from wagtail_localize.models import Translation, TranslationSource

from cms.language.translations.words import (
    Words,
    as_rows,
    by_place,
    differences,
    field_of,
    words_of,
)
from cms.models import PluginPage, PublishedWords


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
    row, is_first = PublishedWords.objects.get_or_create(page_id=page.pk)
    now = words_of(page)
    changed = {} if is_first else differences(by_place(row.words), now)
    was_behind = by_place(row.behind)
    row.words = as_rows(now)
    pair = pair_words(page)
    translation = translation_into(page)
    forward: Words = {}
    if translation is None:
        caught_up = {field_of(word) for word in was_behind.values()}
        forward = {p: w for p, w in changed.items() if field_of(w) not in caught_up}
        touched = {field_of(word) for word in changed.values()}
        behind = {p: w for p, w in was_behind.items() if field_of(w) not in touched}
    else:
        behind = _behind_source(translation, pair)
    _set_behind(row, behind)
    if changed:
        row.same_since = row.same_by = None
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


def pair_words(page: Page) -> PublishedWords | None:
    """The row of the same page in the other language, where that is published."""
    return (
        PublishedWords.objects.filter(page__translation_key=page.translation_key)
        .exclude(page_id=page.pk)
        .first()
    )


def translation_into(page: Page) -> Translation | None:
    """The running translation that `page` is made of, if it is made of one."""
    return (
        Translation.objects.filter(
            source__object_id=page.translation_key,
            target_locale_id=page.locale_id,
            enabled=True,
        )
        .select_related("source")
        .first()
    )


def _behind_source(translation: Translation, pair: PublishedWords | None) -> Words:
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
