"""What is to be mended is told plainly, where it stands, and nothing is held back."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from cms.roles import Role
from pages.standard_pages.models import StandardPage
from sites.finding.mending import faults_of, sentences
from tests.factories import home_of, make_service, make_staff, publish

pytestmark = pytest.mark.django_db  # Whether a link leads on, it asks.

LONG = "We ring you " + "and then we ring you again " * 5 + "soon."
FINE_WORDS = "<h2>Calls</h2><p>We ring you.</p>"
FINE = "<h2>Calls</h2><p>Read <a linktype='page' id='1'>what we do</a>.</p>"


def page_of(*blocks, title="A page"):
    body = [{"type": kind, "value": value} for kind, value in blocks]
    slug = title.lower().replace(" ", "-")
    return StandardPage(title=title, slug=slug, body=json.dumps(body))


def told(page):
    return [(str(fault.what), fault.where) for fault in faults_of(page)]


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<h3>First</h3>", "A heading skips a level."),
        ("<h2></h2>", "A heading is empty."),
        ("<p><b>Who can apply</b></p>", "A line in bold looks like a heading."),
        (
            '<p>To apply <a href="/x">click here</a>.</p>',
            "The words of a link do not say where it leads.",
        ),
        (
            '<p><a href="/x">Cliciwch yma</a></p>',
            "The words of a link do not say where it leads.",
        ),
        (
            '<p><a href="https://a.example">https://a.example</a></p>',
            "A link shows its bare address.",
        ),
        (f"<p>{LONG}</p>", "A sentence has more than 25 words."),
        (
            '<embed embedtype="image" id="1" alt="IMG_2041.jpg"/>',
            "A picture’s description looks like the name of a file.",
        ),
        ('<embed embedtype="image" id="1" alt=""/>', "A picture has no description."),
    ],
)
def test_each_fault_is_found_and_nothing_else(html, what):
    assert [name for name, _where in told(page_of(("text", html)))] == [what]
    assert told(page_of(("text", FINE))) == []


def test_a_quotation_stands_as_it_was_said():
    said = {"text": LONG, "by": "Section 98", "language": ""}

    assert told(page_of(("quote", said))) == []
    assert told(page_of(("callout", {"heading": "", "html": f"<p>{LONG}</p>"})))


def test_headings_are_judged_through_the_whole_page_and_every_kind_of_block():
    long_answer = {"question": "How?", "html": f"<p>{LONG}</p>"}
    page = page_of(
        ("text", "<h2>Calls</h2>"),
        ("text", "<h3>By day</h3>"),
        ("faq", {"items": [long_answer]}),
        ("button", {"text": "Here", "link": None}),
    )

    assert told(page) == [
        ("A sentence has more than 25 words.", LONG),
        ("The words of a link do not say where it leads.", "Here"),
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("We ring. You answer! Do you?", 3),
        ("Ask Dr. Jones, e.g. On Monday.", 1),
        ("Mae’n costio 3.50. Ŵyn bach, h.y. Ŵyn.", 2),
        ("One line\nanother line", 2),
    ],
)
def test_sentences_are_counted_honestly_in_both_languages(text, number):
    assert len(sentences(text)) == number


def test_the_editor_shows_it_and_publishing_is_not_held_back(provisioned, client_at):
    site = make_service("devon")
    client = client_at(site, make_staff(site, Role.EDITOR))
    page = publish(page_of(("text", "<h3>First</h3>")), home_of(site, "en"))

    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    edit = client.get(address).text
    made_just_now = client.get(address, {"_w_hydrate_create_view": "1"}).text

    panel = BeautifulSoup(edit, "html.parser").select_one(".iv-mend-panel")
    assert "A heading skips a level." in panel.get_text(" ")
    assert "data-side-panel='status'" in made_just_now
    assert "iv-mend-panel" not in made_just_now
    assert page.live


def test_the_report_lists_one_s_own_pages_and_says_where_a_language_is_missing(
    provisioned, client_at, django_assert_max_num_queries
):
    gwynedd, devon = make_service("gwynedd"), make_service("devon")
    for site in (gwynedd, devon):
        home = home_of(site, "en")
        publish(page_of(("text", "<h3>Of " + site.hostname + "</h3>")), home)
    publish(page_of(("text", FINE), title="Fine"), home_of(devon, "en"))
    editor = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))

    with django_assert_max_num_queries(60):
        report = editor.get("/admin/mending/").text
    of_devon = client_at(devon, make_staff(devon, Role.TRANSLATOR)).get(
        "/admin/mending/"
    )
    refused = client_at(devon, make_staff(devon, Role.COORDINATOR)).get(
        "/admin/mending/"
    )

    assert "Of gwynedd.localhost" in report
    assert "There is no Welsh page." in report
    assert "devon" not in BeautifulSoup(report, "html.parser").main.get_text()
    assert "There is no Welsh page." not in of_devon.text
    assert "Fine" not in BeautifulSoup(of_devon.text, "html.parser").main.get_text()
    assert refused.status_code == 404


def test_links_to_what_is_not_published_or_gone_are_told_once_a_page(
    provisioned, client_at
):
    devon = make_service("devon")
    home = home_of(devon, "en")
    there = publish(page_of(("text", FINE_WORDS), title="There"), home)
    draft = publish(page_of(("text", FINE_WORDS), title="Draft"), home)
    draft.unpublish()
    link = "<p>See <a linktype='page' id='{}'>it</a> there.</p>".replace("'", '"')
    for title, target in (("Good", there.pk), ("Bad", draft.pk), ("Gone", 987654)):
        text = ("text", link.format(target))
        button = ("button", {"text": "Apply", "link": target})
        publish(page_of(text, button, title=title), home)
    client = client_at(devon, make_staff(devon, Role.EDITOR))

    report = BeautifulSoup(client.get("/admin/mending/").text, "html.parser")

    told_of = [
        part.h2.get_text(strip=True)
        for part in report.select(".iv-mend-page")
        if "not published, or is gone" in part.get_text()
    ]
    assert told_of == ["Bad", "Gone"]
