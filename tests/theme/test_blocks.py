"""Blocks of pages: links to what is hidden are not shown, plugins fill their slots."""

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template

from cms.activation import disable
from cms.blocks import HomeStreamBlock
from cms.plugins import installed_plugins
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, publish


@pytest.fixture
def linked(two_authorities):
    page = StandardPage(title="The steps", slug="steps")
    return publish(page, home_of(two_authorities[0], "en"))


def drawn(rf, site, *blocks) -> BeautifulSoup:
    """The blocks as a visitor of `site` sees them."""
    stream = HomeStreamBlock().to_python(
        [{"type": kind, "value": value} for kind, value in blocks]
    )
    template = Template(
        "{% load wagtailcore_tags %}"
        "{% for block in stream %}{% include_block block %}{% endfor %}"
    )
    request = rf.get("/en/", SERVER_NAME=site.hostname)
    context = Context({"stream": stream, "request": request})
    return BeautifulSoup(template.render(context), "html.parser")


def test_cards_and_doors_lead_to_their_page(rf, two_authorities, linked):
    gwynedd, _devon = two_authorities
    card = {"heading": "How it goes", "text": "In five steps", "link": linked.pk}
    plain = {"heading": "Soon", "text": "", "link": None}

    page = drawn(
        rf, gwynedd, ("cards", {"items": [card, plain]}), ("doors", {"items": [card]})
    )

    assert [a["href"] for a in page.select("a")] == ["/en/steps/", "/en/steps/"]
    assert [h.text for h in page.select("h2")] == ["How it goes", "Soon", "How it goes"]
    assert len(page.select(".iv-doors")) == 1


@pytest.mark.parametrize("hide", ["unpublish", "plugin"])
def test_nothing_leads_to_a_hidden_page(rf, two_authorities, linked, hide):
    gwynedd, _devon = two_authorities
    if hide == "unpublish":
        linked.unpublish()
    else:
        disable(site=gwynedd, label="standard_pages")
    card = {"heading": "How it goes", "text": "", "link": linked.pk}
    button = {"text": "Read on", "link": linked.pk}

    page = drawn(rf, gwynedd, ("cards", {"items": [card]}), ("button", button))

    assert page.select("a") == []
    assert page.select("article") == []


def test_a_button_leads_to_its_page(rf, two_authorities, linked):
    button = {"text": "Read on", "link": linked.pk}

    [link] = drawn(rf, two_authorities[0], ("button", button)).select("a")

    assert (link["href"], link.text.strip()) == ("/en/steps/", "Read on")


def test_a_quotation_says_its_language_where_it_is_not_the_pages(rf, two_authorities):
    welsh = {"text": "Mae hi'n dod bob mis", "by": "A visitor", "language": "cy"}
    plain = {"text": "She comes every month", "by": ""}

    page = drawn(rf, two_authorities[0], ("quote", welsh), ("quote", plain))

    words = page.select("blockquote p")
    assert [p.get("lang") for p in words] == ["cy", None]
    assert [p.text for p in words] == [welsh["text"], plain["text"]]
    assert page.footer.get("lang") is None


def test_every_other_block_is_drawn_by_its_component(rf, two_authorities):
    page = drawn(
        rf,
        two_authorities[0],
        ("text", "<p>Some <b>text</b></p>"),
        ("quote", {"text": "I liked it", "by": "A visitor"}),
        ("callout", {"heading": "Good to know", "html": "<p>It is free</p>"}),
        ("warning", {"html": "<p>Not at night</p>"}),
        ("contact", {"html": "<p>Ring Mari</p>"}),
        ("steps", {"items": [{"heading": "Talk", "html": "<p>With us</p>"}]}),
        ("faq", {"items": [{"question": "How long?", "html": "<p>Two years</p>"}]}),
        (
            "statistic",
            {
                "number": "849",
                "label": "children",
                "source": "DfE",
                "source_url": "https://dfe.example/",
            },
        ),
    )

    assert page.select_one(".iv-prose b").text == "text"
    assert page.select_one(".iv-quote footer").text == "A visitor"
    assert [c.h2.text if c.h2 else None for c in page.select(".iv-callout")] == [
        "Good to know",
        None,
    ]
    assert page.select_one(".iv-callout--warning span").text.strip() == "Warning:"
    assert "Ring Mari" in page.select_one(".iv-contact").text
    assert page.select_one(".iv-steps h2").text == "Talk"
    assert page.select_one(".govuk-accordion .iv-prose").text.strip() == "Two years"
    assert page.select_one(".iv-statistic figcaption a")["href"].startswith(
        "https://dfe"
    )


def test_a_slot_is_filled_by_the_plugins_that_are_on(rf, two_authorities, monkeypatch):
    gwynedd, devon = two_authorities
    plugin = installed_plugins()["standard_pages"]
    monkeypatch.setattr(plugin, "slots", {"news": "cms/components/mark.html"})
    disable(site=devon, label="standard_pages")

    assert len(drawn(rf, gwynedd, ("slot", {"name": "news"})).select("svg")) == 1
    assert drawn(rf, devon, ("slot", {"name": "news"})).select("svg") == []
