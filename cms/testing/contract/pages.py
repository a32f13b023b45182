"""A plugin's pages: public where it is on, gone and not to be made where it is off."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Site

from cms.activation import disable
from cms.models import PluginPage
from cms.plugins import Plugin
from cms.plugins.gates import PluginIsOff
from cms.testing.contract.asking import LANGUAGES, for_plugins_with
from cms.testing.contract.having import page_types
from cms.testing.filling import home_in, make_page

At = Callable[..., Client]


@for_plugins_with("page_types", "off_switch")
def test_its_pages_are_public_only_where_it_is_on(
    plugin: Plugin, site: Site, client_at: At
) -> None:
    pages = _pages(plugin, site)
    on = _public(pages, site, client_at)

    disable(site=site, label=plugin.label)

    assert on == {_address(page): 200 for page in pages}
    off = _public(pages, site, client_at)
    assert off == {_address(page): 404 for page in pages}


@for_plugins_with("page_types", "off_switch")
def test_its_pages_stand_in_menus_and_lists_only_where_it_is_on(
    plugin: Plugin, site: Site, client_at: At
) -> None:
    pages = [(page, _address(page)) for page in _pages(plugin, site)]
    in_menus = [at for page, at in pages if page.depth == site.root_page.depth + 1]
    everywhere = [address for _page, address in pages]

    on = _listed(site, client_at)
    disable(site=site, label=plugin.label)
    off = _listed(site, client_at)

    assert [at for at in in_menus if f'href="{at}"' not in on["home"]] == []
    assert [at for at in everywhere if f"{at}<" not in on["sitemap"]] == []
    for text in off.values():
        assert [at for at in everywhere if at in text] == []


@for_plugins_with("page_types", "off_switch")
def test_its_pages_cannot_be_made_where_it_is_off(plugin: Plugin, site: Site) -> None:
    pages = [make_page(model, site, "cy") for model in page_types(plugin)]
    creatable = [page for page in pages if page.is_creatable]
    parents = {page: page.get_parent().specific for page in creatable}
    on = [type(page).can_create_at(parents[page]) for page in creatable]

    disable(site=site, label=plugin.label)

    assert all(on)
    for page in creatable:
        assert not type(page).can_create_at(parents[page])
        assert not page.can_move_to(parents[page])
    for page in pages:
        with pytest.raises(PluginIsOff):
            page.copy_for_translation(home_in(site, "en").locale, copy_parents=True)


def _pages(plugin: Plugin, site: Site) -> list[PluginPage]:
    return [
        make_page(model, site, language)
        for model in page_types(plugin)
        for language in LANGUAGES
    ]


def _address(page: PluginPage) -> str:
    return str(page.get_url_parts()[2])


def _public(pages: list[PluginPage], site: Site, client_at: At) -> dict[str, int]:
    client = client_at(site)
    addresses = [_address(page) for page in pages]
    return {address: client.get(address).status_code for address in addresses}


def _listed(site: Site, client_at: At) -> dict[str, str]:
    client = client_at(site)
    homes = "".join(client.get(f"/{code}/").content.decode() for code in LANGUAGES)
    return {"home": homes, "sitemap": client.get("/sitemap.xml").content.decode()}
