"""Walk through a site as a visitor would: follow its links, fill in its forms."""

from collections.abc import Iterator
from urllib.parse import urldefrag, urlsplit

from playwright.sync_api import Locator, Page

MOST_PAGES = 80
MOST_STEPS = 40
FORM = "main form[method=post]"
SEND = "button[type=submit]:not([name=save])"

# What a form is told, by a word in the name, the type or the purpose of its field.
ANSWERS = (
    ("email", "mari@post.example"),
    ("tel", "01632 960123"),
    ("phone", "01632 960123"),
    ("postcode", "LL55 1SH"),
    ("postal-code", "LL55 1SH"),
    ("day", "3"),
    ("month", "5"),
    ("year", "1990"),
    ("number", "2"),
    ("initials", "A"),
)
ANYTHING_ELSE = "Mari Ŵyn"
BY_THE_WAY = "Dw i'n hoffi cerdded, pysgota a choginio."


def pages_below(page: Page, start: str) -> Iterator[str]:
    """Open every page of the site that links lead to, beginning at `start`."""
    waiting, seen = [start], {start}
    while waiting and len(seen) <= MOST_PAGES:
        address = waiting.pop(0)
        answer = page.goto(address)
        if answer is None or answer.status != 200:
            continue
        yield address
        for link in links_of(page):
            if link.startswith(start) and link not in seen:
                seen.add(link)
                waiting.append(link)


def links_of(page: Page) -> list[str]:
    """Where the links of the page lead, without what follows a # or a ?."""
    found = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
    return [urldefrag(link).url for link in found if not urlsplit(link).query]


def steps_from(page: Page) -> Iterator[str]:
    """Fill in the open page's form and those that follow; a name for each step."""
    for number in range(1, MOST_STEPS + 1):
        form = page.locator(FORM).last
        if not form.count():
            return
        before = page.content()
        fill_in(form)
        yield f"{number:02}-filled"
        form.locator(SEND).first.click()
        page.wait_for_load_state()
        if page.content() == before:
            return
        yield f"{number:02}-sent"


def fill_in(form: Locator) -> None:
    """Answer every question with something that fits, the first choice of many."""
    groups = set()
    for box in form.locator("input[type=radio], input[type=checkbox]").all():
        name = box.get_attribute("name") or ""
        if name not in groups and box.is_visible():
            groups.add(name)
            box.check(force=True)
    for field in form.locator("input, textarea, select").all():
        kind = field.get_attribute("type") or field.evaluate("e => e.localName")
        if not field.is_visible() or kind in {"radio", "checkbox", "hidden", "submit"}:
            continue
        if kind.startswith("select"):
            field.select_option(index=1)
        elif not field.input_value():
            field.fill(answer_to(field, kind))


def answer_to(field: Locator, kind: str) -> str:
    """What to write into a text field."""
    if kind == "textarea":
        return BY_THE_WAY
    about = " ".join(
        [kind, *(field.get_attribute(a) or "" for a in ("name", "autocomplete"))]
    )
    return next((text for word, text in ANSWERS if word in about), ANYTHING_ELSE)
