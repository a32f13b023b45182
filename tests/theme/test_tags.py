"""What templates ask the theme: languages, telephone numbers, small parts of pages."""

import pytest
from bs4 import BeautifulSoup
from django.template import Context
from django.template.loader import render_to_string

from cms.language.links import LanguageLink, hreflang_links
from cms.templatetags.theme import phone_link, switcher, tel

ENGLISH = LanguageLink("en", "English", "/en/apply/", True, True)
WELSH = LanguageLink("cy", "Cymraeg", "/cy/gwneud-cais/", False, True)


def drawn(component: str, **params: object) -> BeautifulSoup:
    html = render_to_string(f"cms/components/{component}.html", params)
    return BeautifulSoup(html, "html.parser")


def test_a_view_may_say_where_its_languages_are():
    given = Context({"language_links": (ENGLISH, WELSH)})

    assert switcher(given) == [ENGLISH, WELSH]
    assert switcher(Context({})) == []


def test_a_page_that_is_nobodys_leads_to_its_own_address_in_the_other_language(rf, db):
    request = rf.get("/en/nothing/?q=1")
    request.resolver_match = None

    links = switcher(Context({"request": request, "page": "not a page"}))

    assert [(link.language, link.url) for link in links] == [
        ("en", "/en/nothing/?q=1"),
        ("cy", "/cy/"),
    ]


def test_only_real_pairs_are_told_to_search_engines():
    missing = LanguageLink("cy", "Cymraeg", "/cy/", False, False)

    assert hreflang_links([ENGLISH, WELSH]) == [ENGLISH, WELSH]
    assert hreflang_links([ENGLISH, missing]) == []


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("01632 960102", "tel:01632960102"),
        ("(0)1632 960102", "tel:01632960102"),
        ("+44 (0)7700 900 982", "tel:+447700900982"),
    ],
)
def test_a_number_can_be_rung(written, address):
    link = BeautifulSoup(phone_link(written), "html.parser").a

    assert tel(written) == address
    assert (link["href"], link.text) == (address, written)


def test_a_name_in_place_of_a_number_stays_a_name():
    assert phone_link("Mari <in the office>") == "Mari &lt;in the office&gt;"


@pytest.mark.parametrize(
    ("language", "words"), [("en", "into Welsh"), ("cy", "into English")]
)
def test_the_notice_leads_to_the_language_that_there_is(language, words):
    link = {"en": ENGLISH, "cy": WELSH}[language]
    notice = drawn("other_language_notice", link=link)

    assert words in notice.text
    assert notice.a["href"] == link.url
    assert notice.a["lang"] == notice.a["hreflang"] == language


def test_the_worry_block_says_only_what_is_known():
    by_day = drawn(
        "worried", safeguarding={"council": "Devon", "day_phone": "01632 960202"}
    )
    on_the_hub = drawn("worried", safeguarding={"finder_url": "/en/find/"})
    nothing = drawn("worried", safeguarding={})

    assert [a["href"] for a in by_day.select("a")] == ["tel:01632960202"]
    assert "outside office hours" not in by_day.text
    assert [a["href"] for a in on_the_hub.select("a")] == ["/en/find/"]
    assert nothing.select("a") == []
    assert all("999" in page.text for page in (by_day, on_the_hub, nothing))


def test_a_card_without_an_address_is_no_link_and_one_with_a_language_says_so():
    plain = drawn("card", heading="Soon", level=3)
    welsh = drawn("news_card", heading="Newyddion", href="/cy/x/", lang="cy")

    assert (plain.a, plain.h3.text) == (None, "Soon")
    assert welsh.article["lang"] == "cy"
    assert welsh.h2.a["href"] == "/cy/x/"


def test_leaving_the_page_speaks_in_every_word_of_its_script():
    [box] = drawn("leave_page").select(".govuk-exit-this-page")

    assert {key: text for key, text in box.attrs.items() if "i18n" in key} == {
        "data-i18n.activated": "Loading.",
        "data-i18n.timed-out": "Exit this page expired.",
        "data-i18n.press-two-more-times": "Shift, press 2 more times to exit.",
        "data-i18n.press-one-more-time": "Shift, press 1 more time to exit.",
    }


def test_an_empty_row_of_cards_leaves_nothing_behind():
    assert drawn("cards", items=[]).find(True) is None
