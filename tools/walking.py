"""Walk through a site as a visitor would: follow its links, fill in its forms."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from urllib.parse import urldefrag, urlsplit

from playwright.sync_api import Locator, Page

MOST_PAGES = 80
MOST_STEPS = 30
START = "main .govuk-grid-row a.govuk-button--start"
FORM = "main form[method=post]"
SEND = "button[type=submit]:not([name=save])"
SAVE = "button[name=save]"
ERRORS = ".govuk-error-summary"
CONFIRMATION = ".govuk-panel--confirmation"
VISIBLE = "input:not([type=hidden]), textarea, select"


class Stuck(Exception):
    """A walk through a form that did not arrive where it should."""


@dataclass(frozen=True)
class Walk:
    """One way through a form: what is chosen on it, and what is there at its end."""

    name: str
    answers: Mapping[str, str] = field(default_factory=dict)
    arrives: str = CONFIRMATION


NO_FORM = "main:not(:has(form))"
APPLYING = (
    Walk("both-parts"),
    Walk("part-one", {"go_on": "send"}),
    Walk("too-young", {"old_enough": "no"}, arrives=NO_FORM),
    Walk("not-independent", {"independence": "works"}, arrives=NO_FORM),
    Walk("no-time", {"when_free": "not_now"}, arrives=NO_FORM),
)
ASKING = (
    Walk("professional", {"role": "social_worker"}),
    Walk("other", {"role": "other"}),
    *(
        Walk(role, {"role": role}, arrives=NO_FORM)
        for role in ("carer", "family", "young_person")
    ),
)
ASKING_AS_CARER = (Walk("as-carer"),)
ASKING_MYSELF = (Walk("myself"),)

# What a form is told: by the name of a choice, or by a word in the name, the type or
# the purpose of a field. Of other choices the first is taken.
CHOICES = {
    "go_on": "now",
    "referees": "now",
    "referee_1_relation": "friend",
    "referee_1_same_address": "no",
    "referee_2_same_address": "no",
    "referee_3_same_address": "no",
    "child_says": "shows_without_words",
    "legal_status": "s20 s76",  # Whichever of both is asked: of England or of Wales.
}
ANSWERS = (
    ("referee_1_name", "Elin Ffug"),
    ("referee_2_name", "Tomos Ffug"),
    ("referee_3_name", "Nia Ffug"),
    ("referee_3_email", "nia@post.example"),
    ("referee_3_phone", "01632 960126"),
    ("referee_1_email", "elin@post.example"),
    ("referee_2_email", "tomos@post.example"),
    ("referee_1_phone", "01632 960124"),
    ("referee_2_phone", "01632 960125"),
    ("manager_email", "nesta@post.example"),
    ("email", "mari@post.example"),
    ("tel", "01632 960123"),
    ("phone", "01632 960123"),
    ("postcode", "LL55 1SH"),
    ("postal-code", "LL55 1SH"),
    ("day", "3"),
    ("month", "5"),
    ("year", "1990"),
    ("number", "2"),
    ("child_name", "A"),
    ("initials", "A"),
)
# A day that is asked about what is to come: not in the past, whenever it is walked.
AHEAD = ("review",)
FAR_AHEAD = timedelta(days=90)
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
            if link.startswith(start) and link not in seen and is_page(link):
                seen.add(link)
                waiting.append(link)


def is_page(link: str) -> bool:
    """Whether a link leads to a page for readers: no feed, no sign-in, no mail."""
    return not any(part in link for part in ("/feed/", "/sign-in/", "/mailbox/2"))


def links_of(page: Page) -> list[str]:
    """Where the page's links lead, without what follows a # or a ?.

    The first step of a form belongs to the walks through it.
    """
    found = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
    first = first_step_of(page)
    return [
        urldefrag(link).url
        for link in found
        if link != first and not urlsplit(link).query
    ]


def first_step_of(page: Page) -> str | None:
    """Where the form begins that the open page introduces; None on other pages."""
    links = page.eval_on_selector_all(START, "all => all.map(a => a.href)")
    return next((link for link in links if link.startswith(page.url)), None)


def walks_from(page: Page) -> tuple[Walk, ...]:
    """The walks that show all of the form whose first step is open."""
    if page.locator("input[name=my_age]").count():
        return ASKING_MYSELF
    if page.locator("input[name=role]").count() and page.locator("#id_name").count():
        return ASKING_AS_CARER
    return ASKING if page.locator("input[name=role]").count() else APPLYING


def steps_from(page: Page, walk: Walk) -> Iterator[str]:
    """Walk to the end from the open step, with a name for each thing to be seen.

    A step is seen as it is asked, as it answers to nothing, and filled in; raises
    `Stuck` where the walk does not arrive.
    """
    for number in range(1, MOST_STEPS + 1):
        name = f"{number:02}-{page.url.rstrip('/').rpartition('/')[2]}"
        yield name
        if page.locator(walk.arrives).count():
            return
        form = page.locator(FORM).last
        if not form.count():
            raise Stuck(f"The walk “{walk.name}” ended at {page.url}")
        yield from _answered_by_nothing(page, name)
        fill_in(form, walk.answers)
        yield f"{name}-filled"
        _send(page)
        if page.locator(ERRORS).count():
            raise Stuck(_complaints(page, walk))
    raise Stuck(f"The walk “{walk.name}” did not end; it came to {page.url}")


def _answered_by_nothing(page: Page, name: str) -> Iterator[str]:
    """Press continue on an empty step; come back where that was good enough."""
    fields = page.locator(FORM).last.locator(VISIBLE)
    if not any(_is_seen(entry) for entry in fields.all()):
        return
    asked = page.url
    _send(page)
    if page.locator(ERRORS).count():
        yield f"{name}-errors"
    else:
        page.goto(asked)


def _send(page: Page) -> None:
    with page.expect_navigation():
        page.locator(FORM).last.locator(SEND).first.click()


def _complaints(page: Page, walk: Walk) -> str:
    said = " ".join(page.locator(ERRORS).inner_text().split())
    return f"The walk “{walk.name}” was refused at {page.url}: {said}"


def leaving(page: Page) -> Iterator[str]:
    """Save and come back later, from the first step that offers it."""
    fill_in(page.locator(FORM).last, {})
    if not page.locator(SAVE).count():
        _send(page)
        fill_in(page.locator(FORM).last, {})
    with page.expect_navigation():
        page.locator(SAVE).first.click()
    yield "save"
    yield from _answered_by_nothing(page, "save")
    fill_in(page.locator(FORM).last, {})
    _send(page)
    yield "saved"


def fill_in(form: Locator, answers: Mapping[str, str]) -> None:
    """Answer every question with something that fits."""
    chosen = {**CHOICES, **answers}
    groups = set()
    for box in form.locator("input[type=radio], input[type=checkbox]").all():
        name = box.get_attribute("name") or ""
        wanted = chosen.get(name)
        fits = wanted is None or box.get_attribute("value") in wanted.split()
        if fits and name not in groups and box.is_visible():
            groups.add(name)
            box.check(force=True)
    for entry in form.locator("input, textarea, select").all():
        kind = entry.get_attribute("type") or entry.evaluate("e => e.localName")
        if kind in {"radio", "checkbox", "hidden", "submit"} or not _is_seen(entry):
            continue
        if kind.startswith("select"):
            entry.select_option(index=1)
        elif not entry.input_value():
            entry.fill(answer_to(entry, kind))


def _is_seen(entry: Locator) -> bool:
    """Whether people see it: the box for machines is shown to nobody."""
    return entry.get_attribute("tabindex") != "-1" and entry.is_visible()


def answer_to(entry: Locator, kind: str) -> str:
    """What to write into a text field."""
    if kind == "textarea":
        return BY_THE_WAY
    about = " ".join(
        [kind, *(entry.get_attribute(a) or "" for a in ("name", "autocomplete"))]
    )
    known = ANSWERS
    if any(word in about for word in AHEAD):
        known = (*_day_ahead(), *ANSWERS)
    return next((text for word, text in known if word in about), ANYTHING_ELSE)


def _day_ahead() -> tuple[tuple[str, str], ...]:
    ahead = date.today() + FAR_AHEAD  # noqa: DTZ011 -- the day of whoever walks.
    return tuple((part, str(getattr(ahead, part))) for part in ("day", "month", "year"))
