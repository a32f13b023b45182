"""Switching: what waits in the background stops, and nothing is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Site

from cms.activation import CannotSwitch, disable, enable, is_on
from cms.plugins import Plugin
from cms.schedule import scheduled_jobs
from cms.testing.contract.asking import LANGUAGES, for_plugins_with
from cms.testing.contract.having import own_models, page_types, row_types
from cms.testing.filling import make_page, make_row


def test_it_can_be_switched_on_and_off_unless_it_is_always_on(
    plugin: Plugin, site: Site
) -> None:
    assert is_on(site, plugin.label)

    if plugin.always_on:
        with pytest.raises(CannotSwitch):
            disable(site=site, label=plugin.label)
        return
    disable(site=site, label=plugin.label)
    assert not is_on(site, plugin.label)


@for_plugins_with("own_models", "off_switch")
def test_switching_it_off_and_on_again_loses_nothing(
    plugin: Plugin, site: Site
) -> None:
    for model in page_types(plugin):
        make_page(model, site, "cy")
    for model in row_types(plugin):
        make_row(model, site)
    before = _counted(plugin)

    disable(site=site, label=plugin.label)
    assert _counted(plugin) == before
    enable(site=site, label=plugin.label)

    assert _counted(plugin) == before


def _counted(plugin: Plugin) -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in own_models(plugin)}


@for_plugins_with("jobs", "off_switch")
def test_its_jobs_run_only_for_sites_where_it_is_on(plugin: Plugin, site: Site) -> None:
    names = {f"{plugin.label}.{path}@{site.pk}" for path in plugin.jobs}

    assert names <= _scheduled()
    for scheduled in scheduled_jobs():
        if scheduled.name in names:
            scheduled.call()

    disable(site=site, label=plugin.label)
    assert names & _scheduled() == set()


def _scheduled() -> set[str]:
    return {scheduled.name for scheduled in scheduled_jobs()}


@for_plugins_with("starter")
def test_its_first_pages_are_made_once_and_in_both_languages(
    plugin: Plugin, site: Site
) -> None:
    _loads_once(plugin, plugin.load(str(plugin.starter)), site)

    for model in page_types(plugin):
        keys = {
            code: set(_keys(model.objects.filter(locale__language_code=code)))
            for code in LANGUAGES
        }
        assert keys["en"] == keys["cy"]


@for_plugins_with("demo")
def test_its_demonstration_is_loaded_once(plugin: Plugin, site: Site) -> None:
    if plugin.starter:
        plugin.load(plugin.starter)(site)
    _loads_once(plugin, plugin.load(str(plugin.demo)), site)


def _loads_once(plugin: Plugin, load: Callable[[Site], Any], site: Site) -> None:
    load(site)
    once = _counted(plugin)
    load(site)

    assert _counted(plugin) == once


def _keys(pages: Any) -> Any:
    return pages.values_list("translation_key", flat=True)
