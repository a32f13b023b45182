"""Our component templates say what GOV.UK Frontend's own say, example by example."""

import pytest

from tests.theme.oracle import comparable, fixtures_of, rendered

COMPONENTS = [
    "accordion",
    "back-link",
    "breadcrumbs",
    "button",
    "character-count",
    "checkboxes",
    "date-input",
    "details",
    "error-message",
    "error-summary",
    "exit-this-page",
    "fieldset",
    "generic-header",
    "hint",
    "input",
    "inset-text",
    "label",
    "language-navigation",
    "notification-banner",
    "pagination",
    "panel",
    "password-input",
    "phase-banner",
    "radios",
    "select",
    "service-navigation",
    "skip-link",
    "summary-list",
    "tag",
    "task-list",
    "textarea",
    "warning-text",
]

# What our templates leave out on purpose: component, reason, the examples that need it.
LEFT_OUT = [
    (
        "button",
        "the words of a start button are plain text",
        ["start link with html"],
    ),
    (
        "character-count",
        "counts characters only, always with a limit given by the server",
        [
            "with maxwords",
            "with count type 'length'",
            "with count type 'characters'",
            "with count type 'characters' and value",
            "with count type 'characters' and error message",
            "with count type 'characters' and threshold",
            "with count type 'words'",
            "with count type 'words' and value",
            "with count type 'words' and error message",
            "with count type 'words' and threshold",
            "to configure in JavaScript",
            "with neither maxlength nor maxwords set",
            "with neither maxlength, maxwords nor textarea description set",
            "with translations",
        ],
    ),
    (
        "date-input",
        "three boxes of fixed width; a wrong one is named, not given a class",
        [
            "with values, name prefix and custom names",
            "with errors only (using classes)",
            "with errors only (using items and classes)",
            "with error on single field using classes",
            "with error on single item using classes",
            "custom pattern",
            "custom inputmode",
            "with field value and items",
            "items with classes",
        ],
    ),
    (
        "error-message",
        "the word before an error is never taken away",
        ["translated", "visually hidden text removed"],
    ),
    (
        "error-summary",
        "the summary always takes the focus",
        ["autofocus disabled", "autofocus explicitly enabled"],
    ),
    (
        "exit-this-page",
        "attributes are text; this example has one that is JavaScript's true",
        ["testing"],
    ),
    (
        "language-navigation",
        "both our languages are written from left to right",
        ["with mixed text directions"],
    ),
    (
        "panel",
        "only the panel of a confirmation",
        [
            "interruption",
            "interruption-with-content-with-long-line-length",
            "interruption-with-headings-content-and-lists",
            "interruption with custom classes",
            "interruption, with actions classes and attributes",
            "interruption, submit action",
            "interruption, button link",
            "interruption, no actions",
            "interruption, no actions items",
        ],
    ),
    (
        "select",
        "values are text; this example has JavaScript's false and 0",
        ["with falsy values"],
    ),
    (
        "service-navigation",
        "no slots: the language switch stands in the header",
        [
            "with collapseNavigationOnMobile set to false",
            "with a single navigation item and collapseNavigationOnMobile set to true",
            "with navigation having empty values",
            "with navigation having only empty values",
            "with language navigation",
            "with right-aligned language navigation",
            "inverse with language navigation",
            "with slotted content",
            "with `inline` end slot",
        ],
    ),
]


@pytest.mark.parametrize("component", COMPONENTS)
def test_a_component_is_drawn_as_in_every_example_but_those_left_out(component):
    left_out = {
        name for of, _why, names in LEFT_OUT if of == component for name in names
    }

    different = {
        example["name"]
        for example in fixtures_of(component)
        if rendered(component, example["options"]) != comparable(example["html"])
    }

    assert different == left_out


def test_the_comparison_sees_a_missing_attribute_and_a_changed_word():
    drawn = comparable('<p class="b a" id="x"> One  two </p>')

    assert drawn == comparable('<p id="x" class="a b">One two</p>')
    assert drawn != comparable('<p class="a b">One two</p>')
    assert drawn != comparable('<p class="a b" id="x">One three</p>')


def test_examples_that_are_not_built_are_asked_for_by_name(monkeypatch, tmp_path):
    monkeypatch.setattr("tests.theme.oracle.COMPONENTS", tmp_path)

    with pytest.raises(FileNotFoundError, match=r"python -m cms\.theme\.build"):
        fixtures_of("button")
