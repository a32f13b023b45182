"""Pairs of pages for the tests of this folder."""

from typing import Any

from wagtail.models import Locale, Page, Site
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from pages.standard_pages.models import StandardPage
from sites.models import Service
from tests.factories import home_of, make_service, publish

WORDS = {
    "en": {"title": "Stories", "slug": "stories", "intro": "What happened."},
    "cy": {"title": "Straeon", "slug": "straeon", "intro": "Beth ddigwyddodd."},
}


def unbound_service() -> Site:
    """A service to which the Welsh standards do not apply: a page may stand alone."""
    site = make_service("gwynedd")
    Service.objects.filter(site=site).update(welsh_standards=False)
    return site


def block(text: str) -> list[Any]:
    pk = "8a1f5c1e-0d5b-4f3e-9d7c-1f2a3b4c5d6e"
    return [{"type": "text", "value": f"<p>{text}</p>", "id": pk}]


def write(site: Site, language: str, **changes: Any) -> StandardPage:
    """A page that was published in one language alone."""
    page = StandardPage(**WORDS[language] | changes)
    return publish(page, home_of(site, language))


def both(
    site: Site, first: str, second: str, **changes: Any
) -> tuple[StandardPage, StandardPage]:
    """A pair that was written by hand in both languages, as the starter does it."""
    source = write(site, first, body=block("One."), **changes)
    changes["translation_key"] = source.translation_key
    return source, write(site, second, body=block("Un."), **changes)


def republish(page: Page, **changes: Any) -> Page:
    page = page.specific_class.objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page.specific_class.objects.get(pk=page.pk)


def start(page: Page, language: str) -> Translation:
    """A draft in the other language, none of it translated."""
    translate_object(page, [Locale.objects.get(language_code=language)])
    return Translation.objects.get(source__object_id=page.translation_key)


def say(found: Translation, path: str, words: str, kind: str = "manual") -> None:
    """Translate the text at `path`."""
    segment = StringSegment.objects.get(source=found.source, context__path=path)
    StringTranslation.objects.update_or_create(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale=found.target_locale,
        defaults={"data": words, "translation_type": kind},
    )


def fill(found: Translation, but: tuple[str, ...] = ()) -> Page:
    """Translate every text, except those at `but`; the draft page."""
    segments = StringSegment.objects.filter(source=found.source)
    for segment in segments.exclude(context__path__in=but):
        say(found, segment.context.path, f"{segment.string.data}-x")
    found.save_target(publish=False)
    return found.get_target_instance()
