"""Every block shows in the editor's chooser what it is, in the editor's language."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils.translation import override

from cms.blocks import HomeStreamBlock
from cms.roles import Role
from tests.factories import make_staff

BLOCKS = HomeStreamBlock().child_blocks


def shown(client, block):
    address = reverse("wagtailadmin_block_preview")
    page = client.get(address, {"id": block.definition_prefix})
    assert page.status_code == 200
    return BeautifulSoup(page.content, "html.parser")


def test_every_block_has_a_preview_and_says_what_it_is_for(two_authorities, client_at):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd)
    client.force_login(make_staff(gwynedd, Role.EDITOR))

    for name, block in BLOCKS.items():
        assert block.is_previewable, name
        with override("en"):
            english = str(block.get_description())
        with override("cy"):
            assert str(block.get_description()) not in ("", english), name
        page = shown(client, block)
        assert page.main.get_text(strip=True), name
        assert page.select("link[href*='theme/site']"), name
        assert page.select("iframe") == [], name


@pytest.mark.parametrize("name", ["text", "steps", "doors", "table"])
def test_a_preview_speaks_the_editor_s_language(name):
    block = BLOCKS[name]

    said = {}
    for language in ("en", "cy"):
        with override(language):
            said[language] = str(block.render(block.get_preview_value()))

    assert said["en"] != said["cy"]
