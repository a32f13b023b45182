"""What the comparison of two versions of a page says."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from cms.roles import Role
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_service, make_staff, publish

pytestmark = pytest.mark.usefixtures("provisioned")

TEXT = {"type": "text", "id": "11111111-1111-1111-1111-111111111111"}
QUOTE = {"type": "quote", "id": "22222222-2222-2222-2222-222222222222"}
FAQ = {"type": "faq", "id": "33333333-3333-3333-3333-333333333333"}
SAID = {"text": "We bake.", "by": "Rhys", "language": ""}


def faq(answer):
    item = {"question": "Who pays?", "html": answer}
    return FAQ | {"value": {"items": [item]}}


@pytest.fixture
def changes(client_at):
    """Saves a page before and after; the words of each changed field."""
    gwynedd = make_service("gwynedd")
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))

    def compare(before, after):
        page = StandardPage(title="Costs", slug="costs", body=before)
        publish(page, home_of(gwynedd, "en"))
        page.body = after
        page.save_revision()
        address = reverse(
            "wagtailadmin_pages:revisions_compare",
            args=[page.pk, "earliest", "latest"],
        )
        shown = BeautifulSoup(client.get(address).text, "html.parser")
        return list(shown.select("td.comparison"))

    return compare


def test_only_the_parts_that_changed_are_shown_each_with_what_was_done_to_it(changes):
    [cell] = changes(
        [
            TEXT | {"value": "<h2>Money</h2><p>We pay the bus.</p>"},
            QUOTE | {"value": SAID},
            faq("<p>We do.</p>"),
        ],
        [
            TEXT | {"value": "<h2>Money</h2><p>We pay the train.</p>"},
            faq("<p>We do.</p>"),
            {"type": "warning", "value": {"html": "<p>Keep the ticket.</p>"}},
        ],
    )

    parts = [part.b.text for part in cell.select(".comparison__child-object:has(> p)")]
    assert parts == ["Changed: Text", "Removed: Quotation", "Added: Warning"]
    assert [one.text for one in cell.select("del")] == ["bus."]
    assert [one.text for one in cell.select("ins")] == ["train."]
    assert "Money<br>We pay the" in cell.decode_contents().replace("<br/>", "<br>")
    assert "Who pays?" not in cell.text
    assert "We bake." in cell.select_one("div.deletion").text


def test_what_only_the_editor_s_own_marks_tell_apart_is_no_change(changes):
    terse = {"by": "Rhys", "text": "We bake."}
    before = [
        TEXT | {"value": "<p>We pay.</p>"},
        QUOTE | {"value": terse},
        faq("<p>We do.</p>"),
    ]
    after = [
        TEXT | {"value": '<p data-block-key="a1b2c">We pay.</p>'},
        {"value": SAID, **QUOTE},
        faq('<p data-block-key="d3e4f">We do.</p>'),
    ]

    assert changes(before, after) == []


def test_parts_in_another_order_are_said_to_be_that(changes):
    first, second = TEXT | {"value": "<p>We pay.</p>"}, QUOTE | {"value": SAID}

    [cell] = changes([first, second], [second, first])

    assert cell.text.strip() == "Only the order of its parts changed."
