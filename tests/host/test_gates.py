"""The gates of the plugin contract: refused where off, allowed where on."""

import pytest

from cms.activation import disable
from cms.plugins.gates import PluginIsOff
from cms.visibility import site_of, visible_pages
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_service, publish

pytestmark = pytest.mark.usefixtures("provisioned")


@pytest.fixture
def page(provisioned):
    site = make_service()
    return publish(StandardPage(title="Yr hafan", slug="un"), home_of(site, "cy"))


def off(page):
    site = site_of(page)
    disable(site=site, label="standard_pages")
    return site


def test_a_page_is_served_while_its_plugin_is_on(page, client_at):
    answer = client_at(site_of(page)).get("/cy/un/")

    assert answer.status_code == 200


def test_a_page_is_404_while_its_plugin_is_off(page, client_at):
    site = off(page)

    assert client_at(site).get("/cy/un/").status_code == 404


def test_visible_pages_hold_the_page_only_while_its_plugin_is_on(page):
    site = site_of(page)
    assert page.page_ptr in visible_pages(site, "cy")

    off(page)

    assert page.page_ptr not in visible_pages(site_of(page), "cy")


def test_a_page_can_be_made_only_where_its_plugin_is_on(page):
    home = home_of(site_of(page), "cy")
    assert StandardPage.can_create_at(home)

    off(page)

    assert not StandardPage.can_create_at(home)


def test_a_copy_under_a_plugin_that_is_off_is_refused_whatever_makes_it(page):
    site = off(page)
    english = home_of(site, "en")

    with pytest.raises(PluginIsOff):
        page.copy_for_translation(english.locale)

    assert StandardPage.objects.count() == 1


def test_a_page_type_nobody_owns_is_404(page, client_at):
    site = site_of(page)
    root = site.root_page.get_parent()

    root.add_child(
        instance=type(root)(title="Bare", slug="bare", locale=root.locale, live=True)
    )

    assert client_at(site).get("/en/bare/").status_code == 404


def test_visible_pages_hold_nothing_unpublished_and_nothing_of_the_other_language(page):
    site = site_of(page)

    assert set(visible_pages(site, "cy").values_list("slug", flat=True)) == {"cy", "un"}
    page.unpublish()
    assert set(visible_pages(site, "cy").values_list("slug", flat=True)) == {"cy"}
    assert set(visible_pages(site, "en").values_list("slug", flat=True)) == {"en"}
