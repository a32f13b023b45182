"""Every step of every form in a browser: asked, answered by nothing, filled in."""

from itertools import cycle

import pytest
from playwright.sync_api import Page

from forms.applications.journey import JOURNEY as APPLICATION
from forms.journeys.declaring import SCREEN_SLUGS
from forms.referrals import starter as asking
from forms.referrals.approving.services import KEY
from forms.referrals.doors.carer.journey import CARER
from forms.referrals.doors.young.journey import YOUNG
from forms.referrals.journey import JOURNEY as REQUEST
from forms.referrals.own_choices import set_own_choice
from sites.models import Service
from tests.browser.fixtures import PHONE, assert_fits, look_at
from tools.walking import (
    APPLYING,
    ASKING,
    ASKING_AS_CARER,
    ASKING_MYSELF,
    Walk,
    leaving,
    steps_from,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

START = "a.govuk-button--start"
OPENED = "[class*=__conditional]:not([class*=--hidden])"
FORMS = {
    ("applications", "en"): "/en/apply/",
    ("applications", "cy"): "/cy/gwneud-cais/",
    ("referrals", "en"): "/en/ask/",
    ("referrals", "cy"): "/cy/gofyn/",
    ("carer", "en"): "/en/ask-as-a-carer/",
    ("carer", "cy"): "/cy/gofyn-fel-gofalwr/",
    ("young", "en"): "/en/ask-for-myself/",
    ("young", "cy"): "/cy/gofyn-fy-hun/",
}
# Others see the screens of these two: one in each language, where there is time.
IN_BOTH = {"professional", "young_person"}
OTHERS = [walk for walk in ASKING if walk.name not in IN_BOTH]
ASKERS = [
    *(
        pytest.param(walk, language, id=f"{walk.name}-{language}")
        for walk in ASKING
        for language in ("en", "cy")
        if walk.name in IN_BOTH
    ),
    *(
        pytest.param(walk, lang, id=f"{walk.name}-{lang}", marks=pytest.mark.long)
        for walk, lang in zip(OTHERS, cycle(("cy", "en")), strict=False)
    ),
]
BY_NAME = {walk.name: walk for walk in (*APPLYING, *ASKING)}


@pytest.fixture
def begun(gwynedd, visitor, address_of):
    """Open the first step of a form, with scripts, on a phone."""
    asking.pages(gwynedd)
    Service.objects.filter(site=gwynedd).update(third_referee=True)
    service = Service.objects.get(site=gwynedd)
    set_own_choice(service, KEY, True)  # Whoever asks names their manager.
    service.save()

    def begin(kind: str, language: str) -> Page:
        page = visitor(width=PHONE)
        page.goto(address_of(gwynedd) + FORMS[kind, language])
        look(page, language)
        page.locator(START).click()
        return page

    return begin


def look(page: Page, language: str) -> None:
    fits(page, language)
    look_at(page, PHONE)


def fits(page: Page, language: str) -> None:
    assert page.locator("html").get_attribute("lang") == language, page.url
    assert page.locator("h1").count() == 1, page.url
    assert_fits(page)


def seen_on(page: Page, walk: Walk, language: str) -> set[str]:
    """Look at every page of a walk; the slugs of those it led to.

    A step that refuses an empty answer shows then all that it asked, and its errors:
    so it is looked at once, and again only where an answer has opened a question.
    """
    slugs, is_seen = set(), False
    for name in steps_from(page, walk):
        slugs.add(slug_of(page))
        if not name.endswith(("-errors", "-filled")):
            is_seen = False
            fits(page, language)
        elif not is_seen or page.locator(OPENED).count():
            is_seen = True
            look(page, language)
    look(page, language)
    return slugs


def slug_of(page: Page) -> str:
    return page.url.partition("?")[0].rstrip("/").rpartition("/")[2]


def slugs_of(journey, language: str, keys=None) -> set[str]:
    return {s.slugs[language] for s in journey.steps if keys is None or s.key in keys}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_step_of_an_application(begun, language):
    walk = BY_NAME["both-parts"]

    seen = seen_on(begun("applications", language), walk, language)

    assert slugs_of(APPLICATION, language) - seen == set()


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("too-young", "cy"),
        ("not-independent", "en"),
        ("no-time", "cy"),
    ],
)
def test_the_ways_out_of_an_application(begun, language, name):
    page = begun("applications", language)

    for _name in steps_from(page, BY_NAME[name]):
        pass  # The steps themselves are those of an application.

    assert slug_of(page) in {out.slugs[language] for out in APPLICATION.exits}
    look(page, language)


@pytest.mark.parametrize(("walk", "language"), ASKERS)
def test_every_step_of_a_request_for_each_asker(begun, language, walk):
    door = {"young_person": "own_door", "carer": "carers_door", "family": "carers_door"}
    ends = {out.key: out.slugs[language] for out in REQUEST.exits}

    seen = seen_on(begun("referrals", language), walk, language)

    out = door.get(walk.name)
    asked = slugs_of(REQUEST, language)
    if walk.name == "other":  # Only the council's own people name a manager.
        asked -= slugs_of(REQUEST, language, keys={"manager"})
    assert ({ends[out]} if out else asked) - seen == set()


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(
    ("door", "journey", "walks"),
    [("young", YOUNG, ASKING_MYSELF), ("carer", CARER, ASKING_AS_CARER)],
    ids=["young", "carer"],
)
def test_every_screen_of_a_form_of_ones_own(begun, language, door, journey, walks):
    [walk] = walks

    seen = seen_on(begun(door, language), walk, language)

    assert slugs_of(journey, language) - seen == set()


@pytest.mark.parametrize(
    ("kind", "language"),
    [
        ("applications", "cy"),
        ("referrals", "en"),
    ],
)
def test_saving_for_later(begun, language, kind):
    page = begun(kind, language)
    start = page.url.rstrip("/").rpartition("/")[0] + "/"

    for _name in leaving(page):
        look(page, language)
    for slugs in (SCREEN_SLUGS["code"], SCREEN_SLUGS["delete"]):
        page.goto(start + slugs[language] + "/")
        look(page, language)
        page.locator("main form button").first.click()
        look(page, language)
