"""The file of an inbox takes nothing along that says who a child is."""

import pytest

from forms.referrals.choices import OF_A_CHILD, ONCE_ASKED
from forms.referrals.doors.carer.journey import CARER
from forms.referrals.doors.young.journey import YOUNG
from forms.referrals.journey import JOURNEY
from tests.casework.factories import WHY, make_case, url
from tests.factories import make_staff

pytestmark = pytest.mark.django_db
CHILD, ASKER = "Tomos-y-plentyn", "Bore Mawrth"


@pytest.fixture
def case(gwynedd):
    about = [{**WHY, "key": key} for key in ("child_name", "call_me", "adult_name")]
    for answer in about:
        answer.update(answer=CHILD, answer_en=CHILD, answer_cy=CHILD)
    when = {**WHY, "key": "when_to_ring", "answer_en": ASKER, "answer_cy": ASKER}
    return make_case(
        gwynedd,
        kind="referrals",
        answers=[*about, when],
        from_young=True,
        phone="07700 900777",
    )


def test_the_file_says_nothing_of_the_child_and_the_screen_does(
    client_at, gwynedd, case
):
    client = client_at(gwynedd, make_staff(gwynedd, "coordinator"))

    file = client.get(url("export", kind="referrals") + "?file=csv&words=cy")
    screen = client.get(url("case", case.pk, kind="referrals")).content.decode()

    rows = file.content.decode("utf-8-sig")
    assert (case.reference in rows, ASKER in rows) == (True, True)
    assert (CHILD in rows, "900777" in rows) == (False, False)
    assert CHILD in screen


def test_what_is_left_out_is_asked_for():
    steps = [*JOURNEY.steps, *CARER.steps, *YOUNG.steps]
    asked = {name for step in steps for name in step.form_class.base_fields}

    assert asked >= OF_A_CHILD - ONCE_ASKED
