"""“Writing a journey” shows the example's code and no other, and it is short."""

import re

import pytest

from tests.architecture.sources import ROOT

pytestmark = pytest.mark.needs_plugin("fostering")
GUIDE = ROOT / "docs" / "journeys.md"
EXAMPLE = ROOT / "tests" / "example_plugin"
BLOCK = re.compile(
    r"(?:^`(?P<path>[^`\n]+)`\n\n)?^```(?:python|django)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def blocks() -> list[tuple[str, str]]:
    """The path above each block of code, if there is one, and the code."""
    found = BLOCK.finditer(GUIDE.read_text("utf-8"))
    return [(block["path"] or "", block["text"]) for block in found]


def test_a_file_that_the_guide_shows_is_the_examples_word_for_word():
    shown = {path: text for path, text in blocks() if path}

    assert "acme_fostering/journey.py" in shown
    assert shown == {path: (EXAMPLE / path).read_text("utf-8") for path in shown}


def test_every_other_piece_of_code_stands_in_the_example_as_it_is():
    files = [path.read_text("utf-8") for path in EXAMPLE.rglob("*.py")]
    pieces = [text for path, text in blocks() if not path]

    assert len(pieces) > 5
    assert [piece for piece in pieces if not any(piece in file for file in files)] == []


def test_three_steps_with_conditions_take_under_sixty_lines():
    from acme_fostering.journey import JOURNEY

    written = (EXAMPLE / "acme_fostering" / "journey.py").read_text("utf-8")

    assert len(written.splitlines()) < 60
    assert len(JOURNEY.steps) == 3
    assert any(step.shown_if for step in JOURNEY.steps)
    assert any(step.leads_out for step in JOURNEY.steps)


def test_every_page_to_which_the_guide_leads_is_there():
    links = re.findall(r"\]\(([^)#]+)", re.sub(r"\]\(\n", "](", GUIDE.read_text()))

    assert links
    assert [link for link in links if not (GUIDE.parent / link).exists()] == []
