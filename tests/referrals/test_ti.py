"""On a young person's pages every word is «ti», the hidden and the rare ones too."""

import re

import pytest

from cms.models import OutboundEmail
from forms.journeys import spam
from tests.referrals.walking import YOUNG

pytestmark = pytest.mark.django_db

CHI = re.compile(
    r"\b(?!blwch\b)(?:\w+wch|i?chi|eich|\w*dych|gennych|atoch|ohonoch|wrthych|\w+asoch|\w+noch"
    r"|gwnaethoch)\b",
    re.IGNORECASE,
)
# Letters thrown by chance sometimes end like a verb of «chi».
BY_CHANCE = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
# Said by the young person to the service, which is many people.
THEY_SAY = ("Dewch chi o hyd i ffordd ddiogel", "dewch o hyd i ffordd arall")
WRONG = {
    "me": {"call_me": "x" * 41, "my_age": "99"},
    "my_council": {"my_council": "nowhere"},
    "reach_me": {"reach_me": "me", "my_phone": "x"},
    "worry": {"worry": "yes", "worry_phone": "x"},
    "my_talk": {
        "my_times": ["any", "lunch"],
        "my_language": "",
        "my_write_language": "",
    },
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
def ela(asker):
    ela = asker("cy")
    ela.answer("who", **YOUNG["who"])
    return ela


def test_the_search_finds_chi_where_it_stands(asker):
    jan = asker("cy")
    jan.answer("who", role="carer")

    assert chi(jan.look("reach")) != []
    assert chi(jan.answer("reach", name="")) != []


def test_every_step_and_every_error_is_ti(ela):
    pages = []
    for step, given in list(YOUNG.items())[1:]:
        pages += [ela.look(step), ela.answer(step)]
        pages.append(ela.answer(step, **WRONG[step]))
        pages.append(ela.answer(step, **{**WRONG[step], **_no_character(step)}))
        assert [answer.status_code for answer in pages[-3:]] == [200, 200, 200], step
        pages.append(ela.client.get(f"{ela.address(step)}?notice=early"))
        ela.answer(step, **given)
    ela.client.post(ela.address("me"), {"call_me": "N", "my_age": "16-17", "seen": "x"})
    stale = ela.client.post(ela.address("me"), {"call_me": "N", "my_age": "16-17"})
    check = ela.look("check")
    ela.client.post(ela.address("check"))

    assert stale.status_code == 409
    pages += [stale, check, ela.look("sent")]
    assert [found for page in pages for found in chi(page)] == []


def _no_character(step):
    field = {"me": "call_me", "reach_me": "my_phone", "worry": "worry_phone"}
    return {field[step]: "a\x00b"} if step in field else {}


def test_saving_and_coming_back_is_ti(ela, monkeypatch):
    pages = [ela.look("save"), ela.answer("save"), ela.answer("save", email="x")]
    ela.client.post(ela.address("save"), {"email": "ela@post.example"})
    pages.append(ela.client.get(f"{ela.address('save')}?sent=1"))
    mailed = OutboundEmail.objects.get(template="journeys/resume")
    link = mailed.context["cy"]["url"].partition(".localhost")[2]
    pages.append(ela.client.get(link))
    ela.client.post(link)
    pages += [ela.client.get(link), ela.client.post(link, {"again": "1"})]
    monkeypatch.setitem(spam.LIMITS, "mail", (0, 99))
    pages += [
        ela.client.post(link, {"again": "1"}),
        ela.client.post(ela.address("save"), {"email": "ela@post.example"}),
    ]

    assert [page.status_code for page in pages[3:]] == [200, 200, 410, 200, 429, 429]
    assert [found for page in pages for found in chi(page)] == []


def test_an_expired_link_and_a_crowd_are_ti(ela, monkeypatch, time_machine):
    ela.client.post(ela.address("save"), {"email": "ela@post.example"})
    mailed = OutboundEmail.objects.get(template="journeys/resume")
    link = mailed.context["cy"]["url"].partition(".localhost")[2]
    for step, given in list(YOUNG.items())[1:]:
        ela.answer(step, **given)
    monkeypatch.setitem(spam.LIMITS, "send", (0, 99))
    crowd = ela.client.post(ela.address("check"))
    time_machine.move_to(mailed.created_at.replace(year=mailed.created_at.year + 1))
    expired = ela.client.get(link)

    assert (crowd.status_code, expired.status_code) == (429, 410)
    assert chi(crowd) + chi(expired) == []
