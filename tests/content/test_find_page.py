"""The hub's page on finding a service is the look-up: one address, one place to be."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from cms.starter import load_demo, start_site
from tests.content.files import DEMO_PAGES
from tests.factories import make_hub

PAGE = next(f for f in DEMO_PAGES if f.key == "find-your-service")


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_has_the_address_of_the_look_up(language: str) -> None:
    with override(language):
        route = reverse("authorities:find")
    assert route == f"/{language}/{PAGE.data[language]['slug']}/"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Which council to look for"), ("cy", "Pa gyngor i chwilio amdano")],
)
def test_the_look_up_shows_what_editors_wrote_on_the_page(
    client_at: Callable[..., Client], provisioned: None, language: str, words: str
) -> None:
    hub = make_hub()
    with override(language):
        address = reverse("authorities:find")
    assert words not in client_at(hub).get(address).content.decode()

    start_site(hub)
    load_demo(hub)

    answer = client_at(hub).get(address).content.decode()
    assert words in answer
    assert 'name="postcode"' in answer
