"""The content files are whole, true to both languages, and say nothing they must not.

Each test looks at every file at once and shows all that is wrong.
"""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from sites.demo.places import DEMO_SITES
from tests.content.files import (
    DEMO_PAGES,
    EVERY_FILE,
    EVERY_PAIR,
    EVERY_TEXT,
    NEWS,
    STARTER_PAGES,
    ContentFile,
    keys_of,
)

BLOCKS = {
    "text": {"html"},
    "quote": {"text", "by"},
    "callout": {"heading", "html"},
    "steps": {"items"},
    "cards": {"items"},
    "faq": {"items"},
    "statistic": {"number", "label", "source", "source_url"},
    "contact": {"html"},
    "warning": {"html"},
    "button": {"text", "link"},
    "doors": {"items"},
    "story": {
        *("heading", "quote", "by", "image", "alt_text", "decorative", "link"),
    },
    "next_step": {"heading", "text", "button", "link"},
    "slot": {"name"},
    "image": {"image", "alt_text", "decorative", "caption"},
    "video": {"title", "address", "captions"},
    "download": {"document", "title", "text"},
    "table": {"caption", "columns", "rows"},
}
ITEMS = {
    "steps": {"heading", "html"},
    "cards": {"heading", "text", "link"},
    "doors": {"heading", "text", "link"},
    "faq": {"question", "html"},
}
TAGS = {"p", "h2", "h3", "ul", "ol", "li", "a", "b", "i"}
# Put in while a page is shown, as the settings are then (sites/live_facts.py).
LIVE = {"minimum_age", "commitment", "visits", "child_ages"}
SERVICE_PAGES = {"home", "what-is", "become", "become-what", "become-who"} | {
    *("become-steps", "become-support", "for-you", "foster-carers", "professionals"),
    *("law", "stories", "story-pancakes", "story-i-choose", "story-saturdays", "faq"),
    *("worried", "contact", "privacy", "accessibility", "cookies", "terms"),
    "complaints",
}
UNLIKE_ON_PURPOSE = {
    "law": "each language quotes the words that exist in it",
    "deng-mlynedd-o-adran-98": "each language quotes the words that exist in it",
}
FORBIDDEN = {
    "cy": re.compile(r"\b(paru|b[ae]ru|pharu|Hwb|LAC|PDG|YA|IV|Cyflwyno)\b"),
    "en": re.compile(r"\b(LAC|IVs?|PDG|best interests|matched|must consent)\b"),
}
OTHER_LANGUAGE = {
    "cy": re.compile(r"\b(the|and|with|your|you|this|that|from|what|when|about)\b"),
    "en": re.compile(r"\b(mae|yn|gyda|ydych|eich|nid|sy’n|wedi|gallwch|ymwelydd)\b"),
}
ENGLANDS_FIGURES = re.compile(r"3[.,][25]\s*(?:%|per cent|y cant)|2,653|1,202|\b849\b")
NOT_TO_PUBLISH = re.compile(r"(?<![\d.,])(?:2|92)\s*(?:%|per cent|y cant)|\b2,?200\b")


def wrong(check: Callable[[ContentFile, str], Any]) -> dict[str, Any]:
    """What `check` finds in each text; empty where all is well."""
    found = {f"{file} [{code}]": check(file, code) for file, code in EVERY_TEXT}
    return {name: finding for name, finding in found.items() if finding}


def group_of(file: ContentFile) -> str:
    return "hub" if "hub_news" in file.path.parts else file.group


def test_a_file_in_one_language_says_so() -> None:
    alone = {str(f): f.languages for f in EVERY_FILE if len(f.languages) == 1}
    said = {str(f): (f.data["only"],) for f in EVERY_FILE if "only" in f.data}
    assert alone == said


def test_both_languages_have_the_same_fields() -> None:
    fields = {str(f): (set(f.data["en"]), set(f.data["cy"])) for f in EVERY_PAIR}
    assert {name: (en, cy) for name, (en, cy) in fields.items() if en != cy} == {}


def test_both_languages_have_the_same_blocks() -> None:
    unlike = {
        str(file): shapes
        for file in EVERY_PAIR
        if file.key not in UNLIKE_ON_PURPOSE
        and (shapes := [shape(file, code) for code in ("en", "cy")])
        and shapes[0] != shapes[1]
    }
    assert unlike == {}


def shape(file: ContentFile, language: str) -> list[tuple[str, int]]:
    return [(b["type"], len(b.get("items", []))) for b in file.blocks(language)]


def test_every_block_has_its_fields_and_no_other() -> None:
    def check(file: ContentFile, language: str) -> list[Any]:
        blocks = file.blocks(language)
        return [
            block
            for block in blocks
            if set(block) - {"type"} != BLOCKS[block["type"]]
            or any(set(i) != ITEMS[block["type"]] for i in block.get("items", []))
        ]

    assert wrong(check) == {}


def test_markup_is_plain_and_balanced() -> None:
    def check(file: ContentFile, language: str) -> list[str]:
        bad = []
        for string in file.strings(language):
            opened = Counter(re.findall(r"<(\w+)[ >]", string))
            closed = Counter(re.findall(r"</(\w+)>", string))
            if opened != closed or set(opened) - TAGS:
                bad.append(string)
        return bad

    assert wrong(check) == {}


def test_every_internal_link_leads_to_a_page_in_the_same_language() -> None:
    def check(file: ContentFile, language: str) -> set[str]:
        group = group_of(file)
        absent = {
            other.key
            for other in DEMO_PAGES
            if other.group == group and language not in other.languages
        }
        return file.links(language) - (keys_of(group) - absent)

    assert wrong(check) == {}


def test_every_other_link_is_https_or_rings_or_writes() -> None:
    ours = ("page:", "https://", "tel:", "mailto:")

    def check(file: ContentFile, language: str) -> list[str]:
        text = " ".join(file.strings(language))
        addresses = re.findall(r'href="([^"]*)"', text)
        return [a for a in addresses if not a.startswith(ours)]

    assert wrong(check) == {}


def test_links_ring_and_write_to_what_they_say_and_no_number_is_without_one() -> None:
    def check(file: ContentFile, language: str) -> list[str]:
        text = " ".join(b["html"] for b in file.blocks(language) if "html" in b)
        links = re.findall(r'<a href="(?:tel|mailto):([^"]*)">([^<]*)</a>', text)
        mute = re.findall(r"<b>(?:0[\d ]{7,}|999)</b>", text)
        return mute + [words for to, words in links if to != words.replace(" ", "")]

    assert wrong(check) == {}


def test_every_statistic_names_its_source() -> None:
    def check(file: ContentFile, language: str) -> list[Any]:
        return [
            block
            for block in file.blocks(language)
            if block["type"] == "statistic"
            and not (block["source"] and block["source_url"].startswith("https://"))
        ]

    assert wrong(check) == {}


def test_pages_of_wales_never_show_englands_figures() -> None:
    def check(file: ContentFile, language: str) -> list[str]:
        shown = group_of(file) in {"gwynedd", "starter"}
        return ENGLANDS_FIGURES.findall(file.words(language)) if shown else []

    assert wrong(check) == {}


def test_a_figure_marked_do_not_publish_never_appears() -> None:
    assert wrong(lambda file, code: NOT_TO_PUBLISH.findall(file.words(code))) == {}


def test_words_that_the_public_never_reads_are_absent() -> None:
    assert wrong(lambda file, code: FORBIDDEN[code].findall(file.words(code))) == {}


def test_no_sentence_is_in_the_other_language() -> None:
    def check(file: ContentFile, language: str) -> list[str]:
        return OTHER_LANGUAGE[language].findall(file.words(language))

    assert wrong(check) == {}


def test_a_text_is_neither_a_stub_nor_an_essay() -> None:
    def check(file: ContentFile, language: str) -> int:
        words = len(file.words(language).split())
        fewest = 50 if file.data.get("type") == "index" else 90
        return 0 if fewest <= words <= 620 else words

    assert wrong(check) == {}


def test_texts_fit_their_fields() -> None:
    longest = {"summary": 300, "intro": 500, "tagline": 160, "lead": 600}

    def check(file: ContentFile, language: str) -> list[str]:
        texts = file.data[language]
        return [n for n, most in longest.items() if len(texts.get(n, "")) > most] + [
            block["number"]
            for block in file.blocks(language)
            if len(block.get("number", "")) > 20
        ]

    assert wrong(check) == {}


def test_slugs_are_plain_and_unique_on_a_site() -> None:
    slugs = Counter(
        (str(file.path.parent), file.data.get("nation"), code, file.data[code]["slug"])
        for file, code in EVERY_TEXT
        if file.key != "home"
    )
    plain = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
    assert [slug for slug, times in slugs.items() if times > 1] == []
    assert [slug for slug in slugs if not plain.fullmatch(slug[3])] == []


@pytest.mark.parametrize("site", ["gwynedd", "devon"])
def test_a_demo_service_has_every_page(site: str) -> None:
    assert SERVICE_PAGES - {f.key for f in DEMO_PAGES if f.group == site} == set()


def test_gwynedd_has_every_page_in_both_languages() -> None:
    pages = [file for file in DEMO_PAGES if file.group == "gwynedd"]
    assert [file.key for file in pages if "only" in file.data] == []


def test_one_item_waits_untranslated() -> None:
    waiting = [f.key for f in NEWS if f.data.get("waiting") == "translation"]
    assert waiting == ["pysgota-coginio-cerdded"]


def test_offers_have_every_fate_and_a_declined_one_its_reason() -> None:
    fates = {f.key: f.data["offer"] for f in NEWS if "offer" in f.data}
    reasons = [f.key for f in NEWS if "decline_reason" in f.data]
    assert set(fates.values()) == {"offered", "accepted", "declined"}
    assert reasons == [key for key, fate in fates.items() if fate == "declined"]


def test_every_story_says_that_it_is_about_nobody_real() -> None:
    stories = [file for file in DEMO_PAGES if file.data.get("parent") == "stories"]
    intros = {(f.data["cy"]["intro"], f.data["en"]["intro"]) for f in stories}
    assert intros == {
        (
            "Stori enghreifftiol: nid yw’n sôn am neb go iawn.",
            "An example story: it is about nobody real.",
        )
    }


@pytest.mark.parametrize("place", DEMO_SITES, ids=lambda place: place.key)
def test_pages_give_the_numbers_and_addresses_of_the_demos_settings(place: Any) -> None:
    known = set(place.settings.values())
    words = " ".join(
        file.words(code)
        for file in DEMO_PAGES
        for code in file.languages
        if file.group == place.key
    )
    numbers = set(re.findall(r"\b0[\d ]{9,}\d", words)) - {"0800 1111"}
    assert numbers - known == set()
    assert set(re.findall(r"[\w-]+@[\w.-]+\w", words)) - known == set()


def test_starter_pages_name_no_place_of_their_own() -> None:
    words = " ".join(f.words(code) for f in STARTER_PAGES for code in f.languages)
    assert re.findall(r"Gwynedd|Wynedd|Devon|Dyfnaint|01632", words) == []
    assert set(re.findall(r"{(\w+)}", words)) <= {"area", "in_area", "council"} | LIVE


def test_the_demo_leaves_no_placeholder_open() -> None:
    texts = [file.words(code) for file, code in EVERY_TEXT if file.group != "starter"]
    assert set(re.findall(r"{(\w+)}", " ".join(texts))) <= LIVE
