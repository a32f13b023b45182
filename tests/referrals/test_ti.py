"""On a young person's pages every word is «ti», the hidden and the rare ones too."""

import re

import pytest

from forms.casework.models import Case
from forms.journeys import spam
from tests.referrals.walking import YOUNG

pytestmark = pytest.mark.django_db

CHI = re.compile(
    r"\b(?!blwch\b)(?:\w+wch|i?chi|eich|\w*dych|gennych|atoch|ohonoch|wrthych|\w+asoch|\w+noch"
    r"|gwnaethoch)\b",
    re.IGNORECASE,
)
# Letters thrown by chance sometimes end like a verb of «chi».
BY_CHANCE = re.compile(
    r'name="csrfmiddlewaretoken" value="\w+"|\b[A-Z]{3}-\w{3}-\w{4}\b'  # A reference.
)
# Said by the young person to the service, which is many people.
THEY_SAY = ("Dewch chi o hyd i ffordd ddiogel", "dewch o hyd i ffordd arall")
WRONG = {
    "me": {"call_me": "x" * 41, "my_age": "99", "my_council": "nowhere"},
    "likes": {"my_likes": ["any", "music"]},
    "visitor": {"my_visitor": ["any", "fun"]},
    "reach_me": {
        "reach_me": "me",
        "my_phone": "x",
        "my_times": ["any", "lunch"],
        "my_language": "",
        "my_write_language": "",
    },
    "worry": {"worry": "yes", "worry_phone": "x"},
}


def said(page):
    """Title and content of a page, attributes too: not what stands around them."""
    text = page if isinstance(page, str) else page.content.decode()
    text = BY_CHANCE.sub("", text)
    title = re.search(r"<title>(.*?)</title>", text, re.DOTALL)[1]
    main = text.partition("<main")[2].partition("</main")[0]
    heard = f"{title} {main}"
    for words in THEY_SAY:
        heard = heard.replace(words, "")
    return heard


def chi(page):
    heard = said(page)
    return [heard[max(m.start() - 40, 0) : m.end() + 20] for m in CHI.finditer(heard)]


@pytest.fixture
def ela(young):
    return young("cy")


def test_the_search_finds_chi_where_it_stands(asker):
    jan = asker("cy")
    jan.answer("who", role="social_worker")

    assert chi(jan.look("reach")) != []
    assert chi(jan.answer("reach", name="")) != []


def test_every_step_and_every_error_is_ti(ela):
    pages = [ela.client.get(ela.start)]
    for step, given in YOUNG.items():
        pages += [ela.look(step), ela.answer(step)]
        pages.append(ela.answer(step, **WRONG[step]))
        pages.append(ela.answer(step, **{**WRONG[step], **_no_character(step)}))
        assert [answer.status_code for answer in pages[-3:]] == [200, 200, 200], step
        pages.append(ela.client.get(f"{ela.address(step)}?notice=early"))
        ela.answer(step, **given)
    me = {**YOUNG["me"], "call_me": "N"}
    ela.client.post(ela.address("me"), {**me, "seen": "x"})
    stale = ela.client.post(ela.address("me"), me)
    check = ela.look("check")
    ela.client.post(ela.address("check"))

    assert stale.status_code == 409
    pages += [stale, check, ela.look("sent")]
    assert [found for page in pages for found in chi(page)] == []


def _no_character(step):
    field = {"me": "call_me", "reach_me": "my_phone", "worry": "worry_phone"}
    return {field[step]: "a\x00b"} if step in field else {}


def test_a_crowd_and_a_second_look_are_ti(ela, monkeypatch):
    for step, given in YOUNG.items():
        ela.answer(step, **given)
    monkeypatch.setitem(spam.LIMITS, "send", (0, 99))
    crowd = ela.client.post(ela.address("check"))
    monkeypatch.undo()
    ela.client.post(ela.address("check"))
    first, again = ela.look("sent"), ela.client.get(ela.address("sent"))

    assert crowd.status_code == 429
    assert Case.objects.get().reference in first
    assert Case.objects.get().reference not in again.content.decode()
    assert chi(crowd) + chi(first) + chi(again) == []
