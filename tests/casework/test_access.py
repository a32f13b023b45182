"""Who reaches the inbox: its service's caseworkers; for all others it is not there."""

from uuid import uuid4

import pytest
from django.urls import reverse

from cms.activation import disable
from cms.models import OutboundEmail, ReadLog
from forms.casework.models import Case
from tests.casework.factories import MARKER, make_case, state
from tests.casework.factories import url as url_of
from tests.factories import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["applications", "referrals"])
def case(request, gwynedd):
    """A case of each inbox in turn: what holds for one holds for the other."""
    return make_case(gwynedd, display_name=MARKER, kind=request.param)


@pytest.fixture
def url(case):
    return lambda name, *args: url_of(name, *args, kind=case.kind)


def every_request(case):
    """Every address of the inbox with its method and data."""

    def url(name, *args):
        return url_of(name, *args, kind=case.kind)

    pk = case.pk
    mail = OutboundEmail.objects.filter(case_reference=case.reference).first()
    token = str(uuid4())
    first, to, second, reason = {
        "applications": ("submitted", "talking", "screening", "withdrawn.moved"),
        "referrals": ("received", "explaining", "explain_first", "closed.other"),
    }[case.kind]
    return [
        ("get", url("index"), {}),
        ("post", url("index"), {"q": "Angharad"}),
        ("get", url("index_results"), {}),
        ("get", url("export"), {}),
        ("get", url("export"), {"file": "csv", "words": "en"}),
        ("get", url("pdf", pk), {}),
        ("get", url("case", pk), {}),
        ("get", url("print", pk), {}),
        ("get", url("letter", pk, "ring"), {}),
        (
            "post",
            url("letter", pk, "ring"),
            {"subject": "s", "body": "b", "written_in": "cy", "token": token},
        ),
        ("get", url("assign", pk), {}),
        ("post", url("assign", pk), {"to": ""}),
        ("post", url("answer_by", pk), {"day": "2027-05-03"}),
        ("post", url("move", pk), {"to": to, "seen": first}),
        ("post", url("close", pk), {"reason": reason, "seen": second}),
        ("post", url("languages", pk), {"language": "en"}),
        ("post", url("address", pk), {"email": "new@post.example"}),
        ("post", url("note", pk), {"text": "x", "token": token}),
        ("post", url("retry", pk, mail.pk), {}),
    ]


def test_a_coordinator_reaches_every_screen(staff, case):
    answers = [
        getattr(staff, method)(address, data).status_code
        for method, address, data in every_request(case)
    ]

    assert set(answers) <= {200, 302}
    closed = {"applications": "withdrawn", "referrals": "closed"}[case.kind]
    assert state(case) == (closed, None, [2, 1, 1, 1])


@pytest.mark.parametrize(
    "stranger",
    ["devon coordinator", "devon coordinator at home", "gwynedd editor", "superuser"],
)
def test_everybody_else_is_refused_everywhere_and_changes_nothing(
    stranger, two_authorities, client_at, case, url
):
    gwynedd, devon = two_authorities
    place = devon if "home" in stranger else gwynedd
    if stranger == "superuser":
        user = make_staff(gwynedd, "editor", is_superuser=True)
    elif stranger == "gwynedd editor":
        user = make_staff(gwynedd, "editor")
    else:
        user = make_staff(devon, "coordinator")
    before = state(case)
    client = client_at(place, user)
    # Away from home there is no admin at all; at home the inbox is not there.
    refusal = 403 if stranger == "devon coordinator" else 404

    for method, address, data in every_request(case):
        answer = getattr(client, method)(address, data)
        lists = ("index", "index_results", "export")
        of_the_list = address in {url(name) for name in lists}
        # At home Devon's coordinator has an inbox too: it lists nothing of Gwynedd's.
        allowed = place == devon and of_the_list
        assert answer.status_code == (200 if allowed else refusal), (method, address)
        assert MARKER.encode() not in answer.content
        assert case.reference.encode() not in answer.content
    assert state(case) == before
    assert not ReadLog.objects.exists()


def test_another_inbox_does_not_open_the_case(staff, case):
    other = {"applications": "referrals", "referrals": "applications"}[case.kind]

    assert staff.get(url_of("case", case.pk, kind=other)).status_code == 404
    assert MARKER not in staff.get(url_of("index", kind=other)).content.decode()


def test_switched_off_there_is_no_inbox_and_nothing_is_deleted(
    gwynedd, staff, case, url
):
    disable(site=gwynedd, label=case.kind)

    answers = {
        getattr(staff, method)(address, data).status_code
        for method, address, data in every_request(case)
    }
    dashboard = staff.get(reverse("wagtailadmin_home")).content.decode()

    assert answers == {404}
    assert url("index") not in dashboard
    assert Case.objects.filter(pk=case.pk).exists()


def test_the_dashboard_shows_new_cases_to_caseworkers_alone(
    gwynedd, client_at, staff, case, url
):
    home = reverse("wagtailadmin_home")
    editor = client_at(gwynedd, make_staff(gwynedd, "editor"))

    seen = staff.get(home).content.decode()
    not_seen = editor.get(home).content.decode()

    assert case.reference in seen
    assert url("index") in seen
    assert MARKER not in seen
    assert case.reference not in not_seen
    assert url("index") not in not_seen


def test_reading_printing_and_exporting_are_logged(staff, coordinator, case, url):
    staff.get(url("case", case.pk))
    staff.get(url("print", case.pk))
    staff.get(url("export"), {"file": "csv", "words": "en"})

    log = [(r.action, r.kind, r.reference, r.user) for r in ReadLog.objects.all()]
    assert sorted(log, key=lambda row: row[0]) == [
        ("export", case.kind, case.reference, coordinator),
        ("print", case.kind, case.reference, coordinator),
        ("view", case.kind, case.reference, coordinator),
    ]
