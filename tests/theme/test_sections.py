"""Sections of a home page: a next step, a story, the figure of children waiting."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from cms.blocks import HomeStreamBlock
from tests.theme.test_blocks import drawn, linked  # noqa: F401  (a fixture)


def waiting(number, day):
    return {"number": number, "counted_on": day}


@pytest.mark.parametrize(
    ("language", "number", "figure", "said"),
    [
        ("en", 1, "1 child", "waiting for an independent visitor on 3 May 2027."),
        ("en", 0, "No children", "waiting for an independent visitor on 3 May 2027."),
        ("cy", 2, "2 blentyn", "yn aros am ymwelydd annibynnol ar 3 Mai 2027."),
        ("cy", 12, "12 o blant", "yn aros am ymwelydd annibynnol ar 3 Mai 2027."),
    ],
)
def test_the_figure_of_children_waiting_is_counted_in_both_languages(
    rf, two_authorities, language, number, figure, said
):
    with override(language):
        page = drawn(rf, two_authorities[0], ("waiting", waiting(number, "2027-05-03")))

    assert page.select_one(".iv-statistic__number").text == figure
    assert page.select_one(".iv-statistic__label").text == said


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", "Source: our own count"),
        ("Report to the Panel", "Source: Report to the Panel"),
    ],
)
def test_the_figure_names_who_counted(rf, two_authorities, source, said):
    value = {**waiting(3, "2026-05-03"), "source": source}

    page = drawn(rf, two_authorities[0], ("waiting", value))

    assert page.select_one(".iv-statistic__source").text == said


@pytest.mark.parametrize("lacking", ["number", "counted_on"])
def test_no_figure_without_its_number_and_its_day(rf, two_authorities, lacking):
    value = {**waiting(3, "2026-05-03"), lacking: None}
    block = HomeStreamBlock().child_blocks["waiting"]

    with pytest.raises(ValidationError):
        block.clean(block.to_python(value))
    assert drawn(rf, two_authorities[0], ("waiting", value)).select("figure") == []


def test_a_count_of_a_day_to_come_is_refused(db):
    block = HomeStreamBlock().child_blocks["waiting"]
    tomorrow = timezone.localdate() + dt.timedelta(days=1)

    assert block.clean(block.to_python(waiting(3, str(timezone.localdate()))))
    with pytest.raises(ValidationError):
        block.clean(block.to_python(waiting(3, str(tomorrow))))


def test_a_next_step_and_a_story_lead_on_and_only_to_what_is_shown(
    rf,
    two_authorities,
    linked,  # noqa: F811
):
    step = {"heading": "Say hello", "text": "Five minutes", "button": "Apply"}
    story = {"heading": "Pancakes", "quote": "We laughed", "by": "A visitor"}
    blocks = (
        ("next_step", {**step, "link": linked.pk}),
        ("story", {**story, "link": linked.pk, "image": None}),
    )

    shown = drawn(rf, two_authorities[0], *blocks)
    linked.unpublish()
    hidden = drawn(rf, two_authorities[0], *blocks)

    assert [a["href"] for a in shown.select("a")] == ["/en/steps/", "/en/steps/"]
    assert hidden.select("a, .iv-action") == []
    assert hidden.blockquote.p.text == "We laughed"
