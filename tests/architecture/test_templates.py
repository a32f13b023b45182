"""Templates hold no script, no style and no more than one thing each."""

import re

from tests.architecture.sources import templates

INLINE = {
    "a script": re.compile(r"<script(?![^>]*\bsrc=)[^>]*>", re.IGNORECASE),
    "a style sheet": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"\sstyle=[\"']", re.IGNORECASE),
    "an event handler": re.compile(r"\son[a-z]+=[\"']", re.IGNORECASE),
    "a script address": re.compile(r"[\"']javascript:", re.IGNORECASE),
}


def test_no_template_carries_script_or_style():
    found = [
        f"{path}: {what}"
        for path, text in templates()
        if "/mail/" not in path  # Mail readers know no style sheets, only attributes.
        for what, pattern in INLINE.items()
        if pattern.search(text)
    ]

    assert found == []


def test_the_patterns_find_what_they_are_for():
    guilty = '<b style="x" onclick="y"></b><style></style><script>z()</script>'
    innocent = '<script src="/a.js" defer></script><p class="style">onset="no"</p>'

    assert [what for what, pattern in INLINE.items() if pattern.search(guilty)] == [
        "a script",
        "a style sheet",
        "a style attribute",
        "an event handler",
    ]
    assert [w for w, pattern in INLINE.items() if pattern.search(innocent)] == []


def test_a_component_is_short():
    long = [
        path
        for path, text in templates()
        if "/components/" in path and len(text.splitlines()) > 40
    ]

    assert long == []
