"""A page counts in its language only when a person has published it so."""

import pytest

from cms.models import PageLanguage
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_service, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def welsh_page(provisioned):
    return publish(
        StandardPage(title="Straeon", slug="straeon"), home_of(make_service(), "cy")
    )


def test_publishing_makes_a_page_ready_and_unpublishing_takes_it_back(welsh_page):
    assert PageLanguage.objects.filter(page=welsh_page).exists()

    welsh_page.unpublish()

    assert not PageLanguage.objects.filter(page=welsh_page).exists()


def test_an_alias_in_the_other_language_is_live_but_not_ready(welsh_page):
    english = home_of(welsh_page.get_site(), "en").locale

    alias = welsh_page.copy_for_translation(english, alias=True)

    assert alias.live
    assert alias.language_ready_at is None


def test_a_draft_copy_does_not_inherit_readiness(welsh_page):
    copied = welsh_page.copy(
        update_attrs={"slug": "copi", "title": "Copi"}, keep_live=False
    )

    assert copied.language_ready_at is None
