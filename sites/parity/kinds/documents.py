"""Documents: what the readers of one language can open, those of the other can too."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex, Site

from cms.activation import SERVICE_ROOT_PATH
from cms.language import Pair


def documents(site: Site) -> Iterator[Pair]:
    """One a document that a page in one language links to.

    Its pair is a document linked from the same page in the other language; one file
    linked from both is the same in both.
    """
    linked = _linked(site)
    published = _published(site)
    titles = _titles(linked)
    for family in linked.values():
        english, welsh = family.get("en", {}), family.get("cy", {})
        for number in range(max(len(english), len(welsh))):
            yield _pair(
                number, list(english.items()), list(welsh.items()), titles, published
            )


Linked = dict[Any, dict[str, dict[str, int]]]


def _pair(
    number: int,
    english: list[tuple[str, int]],
    welsh: list[tuple[str, int]],
    titles: dict[str, str],
    published: Mapping[int, dt.datetime],
) -> Pair:
    (en, en_page), (cy, cy_page) = (
        side[number] if number < len(side) else ("", 0) for side in (english, welsh)
    )
    return Pair(
        kind=_("Document"),
        name=titles.get(en or cy, ""),
        en=en,
        cy=cy,
        url=reverse("wagtailadmin_pages:edit", args=[cy_page or en_page]),
        since=published.get(en_page or cy_page),
    )


def _linked(site: Site) -> Linked:
    """By page in both languages: the documents of each, with the page that links."""
    root = site.root_page.path[:SERVICE_ROOT_PATH]
    pages = Page.objects.filter(
        path__startswith=root, ready_language__isnull=False
    ).values_list("pk", "translation_key", "locale__language_code")
    known = {str(pk): (key, language) for pk, key, language in pages}
    kind = ContentType.objects.get_for_model(get_document_model())
    references = ReferenceIndex.objects.filter(
        to_content_type=kind, base_content_type=ContentType.objects.get_for_model(Page)
    ).order_by("pk")
    linked: Linked = defaultdict(lambda: defaultdict(dict))
    for page, document in references.filter(object_id__in=known).values_list(
        "object_id", "to_object_id"
    ):
        key, language = known[page]
        linked[key][language][document] = int(page)
    return linked


def _published(site: Site) -> dict[int, dt.datetime]:
    """When each page was last published: since then at most."""
    root = site.root_page.path[:SERVICE_ROOT_PATH]
    pages = Page.objects.filter(path__startswith=root, last_published_at__isnull=False)
    return dict(pages.values_list("pk", "last_published_at"))


def _titles(linked: Linked) -> dict[str, str]:
    wanted = {
        pk for family in linked.values() for side in family.values() for pk in side
    }
    if not wanted:
        return {}
    rows = get_document_model().objects.filter(pk__in=wanted)
    return {str(pk): title for pk, title in rows.values_list("pk", "title")}
