"""What the hub may ask of a site: figures and facts, never rows."""

from typing import Any

from wagtail.models import Site

from cms.activation import disable
from cms.admin import Todo
from cms.measures import ask, measure, todos_of
from cms.offers import waiting_offers
from cms.plugins import Plugin
from cms.testing.contract.asking import for_plugins_with
from cms.testing.filling import make_page


@for_plugins_with("measures", "off_switch")
def test_its_measures_are_numbers_and_counted_only_where_it_is_on(
    plugin: Plugin, site: Site
) -> None:
    names = {f"{plugin.label}.{path.rpartition('.')[2]}" for path in plugin.measures}
    on = measure(site)

    disable(site=site, label=plugin.label)

    assert names <= set(on)
    assert {type(on[name]) for name in names} == {int}
    assert names & set(measure(site)) == set()


@for_plugins_with("facts", "off_switch")
def test_its_facts_are_plain_answers_and_known_only_where_it_is_on(
    plugin: Plugin, site: Site
) -> None:
    names = [f"{plugin.label}.{name}" for name in plugin.facts]
    on = [ask(site, name) for name in names]

    disable(site=site, label=plugin.label)

    assert all(isinstance(answer, bool | int | str) for answer in on)
    assert [ask(site, name) for name in names] == [None] * len(names)


@for_plugins_with("this_week", "off_switch")
def test_what_it_wants_done_is_said_in_lines_and_only_where_it_is_on(
    plugin: Plugin, site: Site
) -> None:
    said = [each for path in plugin.this_week for each in plugin.load(path)(site)]
    on = todos_of(site)

    disable(site=site, label=plugin.label)

    assert all(isinstance(each, Todo) and each.url and each.roles for each in said)
    assert set(said) <= set(on)
    assert set(said) & set(todos_of(site)) == set()


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
