"""What belongs to a page in the other language: its words, the translation it is of."""

from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.models import PublishedWords


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
