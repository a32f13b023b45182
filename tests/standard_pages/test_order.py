"""The first pages of a service stand in the order of their files, whoever made them."""

import pytest
from wagtail.models import Page, Site

from cms.models import StarterKey
from cms.starter.order import put_in_order
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_service, publish

LANGUAGES = ("en", "cy")


@pytest.fixture
def gwynedd(started: None) -> Site:
    return make_service("gwynedd")


def standing(home: Page) -> list[tuple[str, int | None]]:
    """Key and place of each child, as the tree has them."""
    rows = StarterKey.objects.filter(page__in=home.get_children())
    return list(rows.order_by("page__path").values_list("key", "place"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_all_plugins_share_one_order(gwynedd: Site, language: str) -> None:
    found = standing(home_of(gwynedd, language))

    keys, places = zip(*found, strict=True)
    assert keys[:5] == ("what-is", "become", "apply", "ask", "ask-myself")
    assert keys[5:7] == ("ask-as-carer", "for-you")
    assert list(places) == sorted(places)
    assert len(set(places)) == len(places) > 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_was_moved_returns_and_one_of_the_staffs_stands_after(
    gwynedd: Site, language: str
) -> None:
    home = home_of(gwynedd, language)
    before = standing(home)
    page = publish(StandardPage(title="Ours", slug="ours"), home)
    Page.objects.get(pk=page.pk).move(home, pos="first-child")
    last = home_of(gwynedd, language).get_children().order_by("path").last()
    last.move(home_of(gwynedd, language), pos="first-child")

    put_in_order(gwynedd)

    home = home_of(gwynedd, language)
    assert standing(home) == before
    assert home.get_children().order_by("path").last().pk == page.pk
