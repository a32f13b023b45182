"""What of answers in Welsh is English, and what leaves its words to the browser."""

from bs4 import BeautifulSoup
from wagtail.models import Page

from tests.language.english import is_english
from tests.language.filled_pages import ENGLISH_QUOTATION
from tests.language.reading import parts_of, parts_of_feed
from tests.language.unmarked import UNMARKED
from tests.language.visiting import is_html


def english_parts(*htmls):
    """What is shown as Welsh, or as nothing in particular, and is English."""
    shown = {part for html in htmls for part in parts_of(html)}
    return sorted(
        part.text
        for part in shown
        if part.language in {"", "cy"} and is_english(part.text)
    )


def english_feeds(answers):
    """What feeds say in English: their titles, summaries and names."""
    feeds = [a for a in answers if "atom" in a.headers.get("Content-Type", "")]
    assert feeds
    parts = {part for feed in feeds for part in parts_of_feed(feed.text)}
    return [part for part in parts if part.language != "en" and is_english(part.text)]


def english_pages(answers):
    """English parts of answers, each with the addresses where it stands.

    What browsers say of a form is in their own language: our forms ask them nothing.
    """
    assert [a.request["PATH_INFO"] for a in answers if asks_the_browser(a)] == []
    return english_screens(answers)


def english_screens(answers):
    """The same of screens whose forms are not ours."""
    found = {}
    for answer in answers:
        for text in english_parts(answer.text) if is_html(answer) else ():
            found.setdefault(text, []).append(answer.request["PATH_INFO"])
    return found


def read_by(*people):
    """What they read in English, but for what pages say and nobody can translate."""
    read = english_screens([answer for one in people for answer in one.answers])
    titles = {ENGLISH_QUOTATION, *Page.objects.values_list("title", flat=True)}
    return {
        text: where
        for text, where in read.items()
        if text not in UNMARKED and not titles & {text, text.removesuffix(" Saesneg")}
    }


def asks_the_browser(answer):
    """Whether a form of the page leaves checking to the browser and its language."""
    page = BeautifulSoup(answer.text if is_html(answer) else "", "html.parser")
    return any(
        form.select_one("input:not([type=hidden]), select, textarea")
        for form in page.select("form:not([novalidate])")
    )
