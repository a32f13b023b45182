"""Hostile words in every field of each door: never a 500, never run, nothing lost."""

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag
from django.utils.html import escape

from forms.casework.models import Case
from forms.referrals.models import CarerPage, ReferralPage, YoungPage
from tests.casework.factories import url
from tests.factories import make_staff
from tests.referrals.test_professional import MORE, STRAIGHT_ON
from tests.referrals.walking import CARER, YOUNG, Asker, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SCRIPT = "<script>alert(1)</script>"
PROBE = SCRIPT + "{{7*191}}%(x)s"  # No longer than the shortest box.
STRANGE = (
    PROBE,
    "\"><img src=x onerror=alert(2)>{% csrf_token %}{0.__class__}';--",
    "a\x00b",
    "a\r\nBcc: elin@post.example",
    "\u202eŵ\u0007👩‍👩‍👧" * 3,
    "ŵ" * 30_000,
    "99999999999999999999",
)
DOORS = {
    ReferralPage: {**STRAIGHT_ON, **MORE},
    CarerPage: CARER,
    YoungPage: YOUNG,
}
SCREENS = ("index", "waiting")
WRITTEN = ("text", "search", None)


@pytest.mark.parametrize(
    ("model", "language"),
    [(ReferralPage, "en"), (CarerPage, "cy"), (YoungPage, "cy")],
)
def test_no_field_takes_hostile_words_for_more_than_words(
    client_at, gwynedd, model, language
):
    person = Asker(client_at(gwynedd), page_of(gwynedd, language, model))

    for step, answers in DOORS[model].items():
        taken = {
            name
            for name, is_free in fields(person.look(step))
            for words in STRANGE
            if is_told_or_taken(person, step, {**answers, name: words}, name)
            and is_free
            and words == PROBE
        }
        answer = person.answer(step, **{**answers, **dict.fromkeys(taken, PROBE)})
        assert answer.status_code == 302, (step, shown(answer))
    check = person.look("check")
    person.client.post(person.address("check"))

    case = Case.objects.get()
    kept = [row for row in case.answers if PROBE in str(row)]
    assert case.reference in person.look("sent")
    assert len(kept) >= 1
    assert SCRIPT not in check
    assert escape(PROBE) in check
    staff = client_at(gwynedd, make_staff(gwynedd, "manager"))
    page = staff.get(url("case", case.pk, kind="referrals")).content.decode()
    assert escape(PROBE) in page
    lists = [
        staff.get(url(name, kind="referrals")).content.decode() for name in SCREENS
    ]
    assert [SCRIPT in text or "1337" in text for text in (page, *lists)] == [False] * 3


def fields(page: str) -> Iterator[tuple[str, bool]]:
    """Name of each field of the form on a page, and whether words are written there."""
    main = BeautifulSoup(page, "html.parser").find("main")
    assert isinstance(main, Tag)
    boxes = main.select("form input[name], form textarea[name], form select[name]")
    names = {}
    for box in boxes:
        if box["name"] not in ("csrfmiddlewaretoken", "seen", "shown"):
            names[str(box["name"])] = box.name == "textarea" or (
                box.name == "input" and box.get("type") in WRITTEN
            )
    return iter(names.items())


def is_told_or_taken(person: Asker, step: str, answers: dict, name: str) -> bool:
    """Whether the step took the answers; otherwise it says why, and keeps the words."""
    answer = person.answer(step, **answers)
    text = shown(answer)
    assert answer.status_code in (200, 302), (step, name, answer.status_code)
    assert SCRIPT not in text, (step, name)
    if answer.status_code == 200:
        assert "govuk-error-summary" in text, (step, name)
    return bool(answer.status_code == 302)


def shown(answer) -> str:
    return answer.content.decode()
