"""What a plugin shows the public outside the tree: addresses of its own, and slots."""

from collections.abc import Callable

from django.template import Context
from django.test import Client, RequestFactory
from django.test.signals import template_rendered
from wagtail.models import Site

from cms.activation import disable
from cms.plugins import Plugin
from cms.templatetags.theme import plugin_slot
from cms.testing.contract.asking import LANGUAGES, for_plugins_with
from cms.testing.contract.having import addresses

At = Callable[..., Client]


@for_plugins_with("urls")
def test_its_addresses_answer_in_both_languages(
    plugin: Plugin, site: Site, client_at: At
) -> None:
    client = client_at(site)

    answers = {
        path: client.get(path).status_code
        for language in LANGUAGES
        for path, needs_argument in addresses(plugin, language)
        if not needs_argument
    }

    assert {code for code in answers.values() if code == 404 or code >= 500} == set()


@for_plugins_with("urls", "off_switch")
def test_its_addresses_are_404_where_it_is_off(
    plugin: Plugin, site: Site, client_at: At
) -> None:
    disable(site=site, label=plugin.label)
    client = client_at(site)

    answers = [
        ask(path).status_code
        for language in LANGUAGES
        for path, _needs_argument in addresses(plugin, language)
        for ask in (client.get, client.post)
    ]

    assert set(answers) == {404}


@for_plugins_with("slots", "off_switch")
def test_its_slots_are_filled_only_where_it_is_on(
    plugin: Plugin, site: Site, rf: RequestFactory
) -> None:
    on = {name: drawn_in(site, name, rf) for name in plugin.slots}
    disable(site=site, label=plugin.label)
    off = {name: drawn_in(site, name, rf) for name in plugin.slots}

    for name, template in plugin.slots.items():
        assert template in on[name]
        assert template not in off[name]


def drawn_in(site: Site, slot: str, rf: RequestFactory) -> set[str]:
    """The names of the templates that are rendered where `slot` stands."""
    drawn: set[str] = set()

    def remember(sender: object, template: object, **_more: object) -> None:
        drawn.add(str(getattr(template, "name", "")))

    request = rf.get("/", SERVER_NAME=site.hostname)
    template_rendered.connect(remember)
    try:
        plugin_slot(Context({"request": request}), slot)
    finally:
        template_rendered.disconnect(remember)
    return drawn
