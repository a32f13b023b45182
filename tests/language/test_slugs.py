"""Slugs keep every letter, on the server and in the browser's script."""

import json
import re

import pytest

from cms.language import slugify
from cms.language.slug_widget import FORMATTERS, WelshSlugInput


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Tŷ’r Wŷn a’r Dŵr", "tyr-wyn-ar-dwr"),
        ("Ŵyn ẁ ẃ ẅ ŷ ỳ ý ÿ", "wyn-w-w-w-y-y-y-y"),
        ("Gofyn am Ymwelydd: sut?", "gofyn-am-ymwelydd-sut"),
        ("Crème brûlée, Straße, Øre", "creme-brulee-strasse-ore"),
        ("Sgôr â ê î ô û", "sgor-a-e-i-o-u"),
    ],
)
def test_a_slug_keeps_the_base_letter(title, slug):
    assert slugify(title) == slug


def test_the_widget_hands_the_browser_a_rule_for_every_welsh_accent():
    widget = WelshSlugInput()
    rules = json.loads(widget.attrs["data-w-slug-formatters-value"])

    assert len(rules) == len(FORMATTERS)
    typed = "ŵŷâêîôûẁỳàèìòùẃýáéíóúẅÿäëïöü" + "ŵŷ".upper() + "w\u0302"
    for (pattern, flags), replacement in rules:
        assert flags == "gu"
        typed = re.sub(pattern, replacement, typed)
    assert typed == "wyaeiouwyaeiouwyaeiouwyaeiou" + "wy" + "w"


@pytest.mark.django_db
def test_page_forms_use_the_widget_and_the_server_agrees(settings):
    from django.db.models import SlugField
    from wagtail.admin.forms.models import registry

    assert settings.WAGTAIL_ALLOW_UNICODE_SLUGS is False
    override = registry.get(SlugField())
    assert override["widget"] is WelshSlugInput
