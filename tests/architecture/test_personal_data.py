"""Every model with a person in it says whose it is, the host's as well as plugins'."""

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps
from django.utils.functional import Promise

from cms.plugins import Plugin
from cms.plugins.checks.models import why_personal
from cms.privacy import (
    Care,
    EncryptedModel,
    EncryptedTextField,
    PersonalData,
    declared,
)
from cms.privacy.complete import complaints
from cms.privacy.wording import LABELS
from tests.architecture.sources import FLOORS

OURS = [
    config for config in apps.get_app_configs() if config.name.split(".")[0] in FLOORS
]


def undeclared(config, known):
    found = config.get_models(include_auto_created=True)
    return [m.__name__ for m in found if why_personal(m) and m not in known]


@pytest.mark.parametrize("config", OURS, ids=lambda config: config.label)
def test_every_model_with_a_person_in_it_is_declared(config):
    assert undeclared(config, declared()) == []


@pytest.mark.parametrize("data", declared().values(), ids=lambda data: data.model)
def test_what_is_declared_says_of_each_field_whose_it_is(data):
    assert list(complaints(data)) == []


@pytest.mark.parametrize("data", declared().values(), ids=lambda data: data.model)
def test_what_people_read_of_their_rows_is_in_both_languages(data):
    if not isinstance(apps.get_app_config(data.of._meta.app_label), Plugin):
        assert isinstance(data.title, Promise)
    verbose = {f.name: f.verbose_name for f in data.of._meta.concrete_fields}
    plain = [
        name
        for name in data.fields
        if name not in data.read
        and not isinstance(
            data.labels.get(name) or LABELS.get(name) or verbose[name], Promise
        )
    ]

    assert plain == []


@isolate_apps("cms")
def test_a_planted_model_is_missed_until_it_is_declared(monkeypatch):
    class Planted(EncryptedModel):
        name = EncryptedTextField()

        class Meta:
            app_label = "cms"

    config = apps.get_app_config("cms")
    monkeypatch.setattr(config, "models", {"planted": Planted})

    assert undeclared(config, declared()) == ["Planted"]
    assert undeclared(config, {Planted: object()}) == []


def test_a_declaration_that_leaves_something_unsaid_is_told_so():
    whole = dict.fromkeys(("to", "context", "subject", "text", "html"), Care.GIVE)

    def said(**changes):
        facts = {"model": "cms.OutboundEmail", "title": "", "fields": whole}
        facts["find"] = lambda search: models.QuerySet()
        return list(complaints(PersonalData(**{**facts, **changes})))

    assert said() == []
    assert said(fields={"to": Care.GIVE}) == [
        "says nothing of context, html, subject, text"
    ]
    assert said(labels={"from": "From"}) == ["names from, which it does not have"]
    assert said(left_out={"to": "because"}) == ["both gives and leaves out to"]
    assert said(find=None) == ["does not say how a row of it is found"]
