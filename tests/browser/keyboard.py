"""A person who has a keyboard and nothing else, and what a screen reader is told."""

import re
from typing import Any

from playwright.sync_api import Page

MOST_TABS = 120
SUBMIT = "main form button:not([name])"
# A line of the accessibility tree with a control or a group that has no name.
NAMELESS = re.compile(
    r"^\s*- (?:textbox|radio|checkbox|combobox|button|link|group)(?=$|:| \[)"
)
_FOCUSED = """() => {
  const box = document.activeElement;
  const place = box.getBoundingClientRect();
  return {
    name: box.name || "", value: box.value || "", kind: box.type || "",
    isGoingOn: box.matches("main form button:not([name])"),
    isSeen: place.bottom > 0 && place.top < innerHeight && place.width > 0,
  };
}"""


class Keyboard:
    """Moves by Tab, arrows and Space; is never stuck, and sees where it is."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def fill(self, answers: dict[str, Any]) -> None:
        """Answer the fields of a step in the order in which Tab reaches them."""
        wanted = {
            (name, value)
            for name, given in answers.items()
            for value in (given if isinstance(given, list) else [given])
            if value
        }
        for _press in range(MOST_TABS):
            focused = self.tab()
            if focused["isGoingOn"]:
                break
            wanted -= self._answer(focused, wanted)
        assert wanted == set()

    def tab(self) -> dict[str, Any]:
        """What has the focus after a press of Tab: on the screen, or not a control."""
        self.page.keyboard.press("Tab")
        focused: dict[str, Any] = self.page.evaluate(_FOCUSED)
        assert focused["isSeen"] or not focused["kind"], (self.page.url, focused)
        return focused

    def go_on(self) -> None:
        """Press the button that goes on, which has the focus."""
        assert self.page.evaluate(_FOCUSED)["isGoingOn"]
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def _answer(
        self, focused: dict[str, Any], wanted: set[tuple[str, str]]
    ) -> set[tuple[str, str]]:
        here = {pair for pair in wanted if pair[0] == focused["name"]}
        if focused["kind"] == "radio":
            for _name, value in here:
                self._choose(value)
            return here
        if focused["kind"] == "checkbox":
            here = {pair for pair in here if pair[1] == focused["value"]}
            if here:
                self.page.keyboard.press("Space")
            return here
        for _name, value in here:
            self.page.keyboard.type(self._said(value))
        return here

    def _choose(self, value: str) -> None:
        self.page.keyboard.press("Space")
        for _press in range(MOST_TABS):
            if self.page.evaluate(_FOCUSED)["value"] == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"No arrow leads to {value}.")

    def _said(self, value: str) -> str:
        """What is typed for a value: in a list, the words of its option."""
        words = self.page.evaluate(
            """value => [...(document.activeElement.options || [])]
                 .find(option => option.value === value)?.text""",
            value,
        )
        return str(words or value)


def assert_told(page: Page) -> None:
    """Fail where the accessibility tree has not one heading, or a nameless control."""
    tree = page.locator("main").aria_snapshot()
    lines = tree.splitlines()
    assert [line for line in lines if NAMELESS.match(line)] == [], page.url
    assert len([line for line in lines if "[level=1]" in line]) == 1, (page.url, tree)
