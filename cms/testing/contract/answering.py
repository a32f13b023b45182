"""What the hub may ask of a site: figures and facts, never rows."""

from typing import Any

from wagtail.models import Site

from cms.activation import disable
from cms.offers import waiting_offers
from cms.plugins import Plugin
from cms.testing.contract.asking import for_plugins_with
from cms.testing.filling import make_page


@for_plugins_with("measures")
def test_its_measures_are_numbers(plugin: Plugin, site: Site) -> None:
    figures = [plugin.load(path)(site) for path in plugin.measures]

    assert [type(figure) for figure in figures] == [int] * len(figures)


@for_plugins_with("facts")
def test_its_facts_are_plain_answers(plugin: Plugin, site: Site) -> None:
    facts = {name: plugin.load(path)(site) for name, path in plugin.facts.items()}

    assert all(isinstance(fact, bool | int | str) for fact in facts.values())


@for_plugins_with("offers", "off_switch")
def test_what_it_offers_is_not_shown_to_the_hub_where_it_is_off(
    plugin: Plugin, site: Site, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        for path in plugin.offers:
            make_page(plugin.load(path), site, "cy", offer_to_hub=True)
    on = waiting_offers().filter(site=site).count()

    with django_capture_on_commit_callbacks(execute=True):
        disable(site=site, label=plugin.label)

    assert on == len(plugin.offers)
    assert waiting_offers().filter(site=site).count() == 0
