"""A plugin's declaration is true: what it names is there, and says what it is for."""

import inspect
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from django.template.loader import get_template
from packaging.specifiers import SpecifierSet
from wagtail.models import Site

from cms.mail import EditableMail
from cms.mail_words import faults_of_subject, faults_of_text, shown, supplied
from cms.plugins import CONTRACT_VERSION, Plugin
from cms.privacy import PersonalData
from cms.retention import Rule
from cms.schedule import Job
from cms.testing.contract.asking import LANGUAGES, for_plugins_with
from cms.testing.contract.having import mail_templates


def test_it_supports_this_version_of_the_contract(plugin: Plugin) -> None:
    assert CONTRACT_VERSION in SpecifierSet(plugin.host)


def test_everything_it_declares_can_be_loaded(plugin: Plugin) -> None:
    assert all(plugin.load(path) for path in plugin.declared_paths())
    assert all(get_template(template) for template in plugin.slots.values())
    if plugin.urls:
        assert import_module(f"{plugin.name}.{plugin.urls}").urlpatterns


def test_it_says_in_a_sentence_what_it_does(plugin: Plugin) -> None:
    summary = str(plugin.summary)

    assert str(plugin.verbose_name)
    assert summary.endswith(".")
    assert len(summary) <= 120  # A line on the Features screen.


def test_everything_it_brings_says_what_it_is_for(plugin: Plugin) -> None:
    brought = [
        *plugin.get_models(),
        *_singly(plugin.load(path) for path in plugin.declared_paths()),
    ]

    assert [_name(thing) for thing in brought if not _says_why(thing)] == []


@for_plugins_with("mails")
def test_its_mails_are_those_it_declares(plugin: Plugin) -> None:
    for name in plugin.mails:
        for part in ("subject.txt", "txt"):
            get_template(f"{plugin.label}/mail/{name}.{part}")

    assert mail_templates(plugin) == set(plugin.mails)


@for_plugins_with("mail_words")
def test_its_mails_say_as_supplied_what_their_templates_say(
    plugin: Plugin, site: Site
) -> None:
    for mail in (plugin.load(path) for path in plugin.mail_words):
        templates = {f"{plugin.label}/{name}" for name in plugin.mails}
        assert mail.words or mail.template in templates
        words = {language: supplied(mail, language) for language in LANGUAGES}
        assert [
            fault
            for said in words.values()
            for fault in (
                *faults_of_subject(mail, said.subject),
                *faults_of_text(mail, said.text),
            )
        ] == []
        told, by_template = shown(site, mail, words), shown(site, mail, {})
        assert [(part.subject, part.text) for part in told] == [
            (part.subject, part.text) for part in by_template
        ]


def _singly(things: Iterable[Any]) -> Iterator[Any]:
    """A path of `personal_data` may lead to several declarations."""
    for thing in things:
        yield from thing if isinstance(thing, list | tuple) else [thing]


def _says_why(thing: Any) -> bool:
    if isinstance(thing, PersonalData):
        return bool(thing.title)  # Its person reads it over their bundle.
    if isinstance(thing, EditableMail):
        return str(thing.sent).endswith(".")
    if isinstance(thing, Rule):
        return bool(thing.label)  # Staff read it on the screen of what is kept.
    said = inspect.getdoc(_code(thing)) or ""
    # Django writes “Model(id, name, …)” where an author wrote nothing.
    return bool(said) and not said.startswith(f"{_name(thing)}(")


def _name(thing: Any) -> str:
    if isinstance(thing, EditableMail):
        return thing.key
    if isinstance(thing, PersonalData):
        return thing.model
    if isinstance(thing, Rule):
        return thing.name
    return str(_code(thing).__name__)


def _code(thing: Any) -> Any:
    return thing.run if isinstance(thing, Job) else thing
