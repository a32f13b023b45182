"""Somebody rang: three fields make a case, once, and never a second one unawares."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from cms.activation import disable
from cms.models import ReadLog
from forms.casework.models import Arrival, Case, SearchMark
from sites.closed_days import working_day_after
from sites.models import Service
from tests.casework.factories import make_case, url
from tests.factories import make_staff

pytestmark = pytest.mark.django_db


def told(**changes):
    """What somebody said on the phone."""
    facts = {
        "name": "Llŷr ap Rhys",
        "reach": "07700 900 456",
        "wish": "cy",
        "token": str(uuid4()),
    }
    return {**facts, **changes}


def test_three_fields_make_an_enquiry_that_says_who_keyed_it_in(
    staff, gwynedd, coordinator
):
    answer = staff.post(url("call"), told())

    case = Case.objects.get()
    assert answer["Location"] == url("case", case.pk)
    facts = (case.display_name, case.phone, case.email, case.stage, case.answers)
    assert facts == ("Llŷr ap Rhys", "07700 900 456", "", "enquiry", [])
    assert (case.language, case.spoken_language) == ("cy", "cy")
    assert case.answer_by == working_day_after(gwynedd, timezone.localdate(), 5)
    arrival = case.arrival
    assert (arrival.by, arrival.how, arrival.site) == (coordinator, "phone", gwynedd)
    page = staff.get(answer["Location"]).content.decode()
    assert "By phone, keyed in by Gethin on " in page
    assert "Keyed in (by phone)" in page
    assert list(ReadLog.objects.values_list("reference", "user")) == [
        (case.reference, coordinator.pk)
    ]


@pytest.mark.parametrize(
    ("wish", "languages"),
    [
        ("cy", ("cy", "cy")),
        ("en", ("en", "en")),
        ("cy_en", ("en", "cy")),
        ("either", ("cy", "either")),
    ],
)
def test_one_choice_keeps_the_language_to_write_and_to_speak(staff, wish, languages):
    staff.post(url("call"), told(wish=wish))

    case = Case.objects.get()
    assert (case.language, case.spoken_language) == languages


def test_a_service_that_need_not_ask_keeps_what_it_was_about(
    staff, gwynedd, coordinator
):
    Service.objects.filter(site=gwynedd).update(asks_languages=False)
    page = staff.get(url("call")).content.decode()

    staff.post(url("call"), told(about="Gweld y poster", reach="llyr@post.example"))

    assert 'name="wish"' not in page
    assert 'name="about"' in page
    case = Case.objects.get()
    assert (case.email, case.phone, case.spoken_language) == (
        *("llyr@post.example", "", ""),
    )
    assert [(n.text, n.by) for n in case.notes.all()] == [
        ("Gweld y poster", coordinator)
    ]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", " ", "Enter their name"),
        ("reach", "", "Enter a phone number or an e-mail address"),
        ("reach", "12", "Enter a phone number, like 01632 960 001, or an e-mail"),
        ("reach", "llyr@", "Enter an email address in the correct format"),
        ("wish", "", "Choose which language they want to use"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_above_and_nothing_is_kept(
    staff, field, value, said
):
    answer = staff.post(url("call"), told(**{field: value}))

    page = answer.content.decode()
    summary = page.partition("govuk-error-summary__list")[2].partition("</ul>")[0]
    assert said in summary
    assert page.count(said) == 2
    assert not Case.objects.exists()


def test_the_same_form_twice_is_one_case(staff):
    data = told()

    places = {staff.post(url("call"), data)["Location"] for _click in range(2)}

    assert places == {url("case", Case.objects.get().pk)}
    assert Arrival.objects.count() == 1


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"reach": "+44 7700 900123"}, "the same phone number"),
        ({"reach": "SIAN@post.example"}, "the same e-mail address"),
        ({"name": "sian wyn AP HUW"}, "the same name"),
    ],
)
def test_whoever_may_be_here_already_is_shown_first(staff, gwynedd, facts, said):
    there = make_case(gwynedd)
    data = told(**facts)

    page = staff.post(url("call"), data).content.decode()

    assert said in page
    assert url("case", there.pk) in page
    assert Case.objects.count() == 1
    mark = page.partition('name="known" value="')[2].partition('"')[0]
    staff.post(url("call"), {**data, "known": mark})
    assert Case.objects.count() == 2


def test_a_warning_for_one_person_does_not_let_another_pass(staff, gwynedd):
    make_case(gwynedd)
    other = make_case(gwynedd, display_name="Nia", email="", phone="07700 900999")

    page = staff.post(
        url("call"), told(reach="07700 900999", known="999999")
    ).content.decode()

    assert url("case", other.pk) in page
    assert Case.objects.count() == 2


def test_nobody_is_warned_of_another_service_or_another_inbox(
    staff, gwynedd, two_authorities
):
    make_case(two_authorities[1], phone="07700 900456")
    make_case(gwynedd, phone="07700 900456", kind="referrals")

    staff.post(url("call"), told())

    assert Case.objects.filter(site=gwynedd, kind="applications").count() == 1


def test_the_drawer_of_a_number_is_another_at_each_service(two_authorities):
    gwynedd, devon = two_authorities
    nameless = {"display_name": "", "email": "", "phone": "07700 900456"}
    drawers = []
    for site in (gwynedd, devon):
        case = make_case(site, **nameless)
        other = make_case(site, **nameless)
        marks = SearchMark.objects
        both = [
            set(marks.filter(case=c).values_list("drawer", flat=True))
            for c in (case, other)
        ]
        drawers.append(both[0] & both[1])

    assert drawers[0] & drawers[1] == set()
    assert all(drawers)


@pytest.mark.parametrize("stranger", ["devon coordinator", "gwynedd editor"])
def test_only_the_caseworkers_of_the_service_reach_it(
    stranger, staff, two_authorities, client_at
):
    gwynedd, devon = two_authorities
    site = devon if "devon" in stranger else gwynedd
    there = client_at(gwynedd, make_staff(site, stranger.split()[1]))
    refusal = 403 if "devon" in stranger else 404

    refused = [there.get(url("call")), there.post(url("call"), told())]
    allowed = staff.get(url("call"))

    assert [answer.status_code for answer in refused] == [refusal] * 2
    assert allowed.status_code == 200
    assert not Case.objects.exists()


def test_the_token_of_another_service_leads_to_no_case_of_theirs(
    staff, client_at, two_authorities
):
    gwynedd, devon = two_authorities
    data = told()
    staff.post(url("call"), data)
    theirs = client_at(devon, make_staff(devon, "coordinator"))

    answer = theirs.post(url("call"), data)

    own = Case.objects.get(site=devon)
    assert answer["Location"] == url("case", own.pk)
    assert Case.objects.filter(site=gwynedd).count() == 1


def test_switched_off_or_not_declared_there_is_no_such_screen(staff, gwynedd):
    disable(site=gwynedd, label="applications")

    assert staff.get(url("call")).status_code == 404
    assert staff.get("/admin/referrals/call/").status_code == 404


def test_the_inbox_and_the_dashboard_lead_there(staff, gwynedd):
    for place in (url("index"), reverse("wagtailadmin_home")):
        assert url("call") in staff.get(place).content.decode()
    assert 'href="/admin/referrals/call/"' not in (
        staff.get(url("index", kind="referrals")).content.decode()
    )


def test_the_list_says_how_each_came_and_filters_by_it(staff, gwynedd):
    online = make_case(gwynedd, display_name="Ar y wefan", phone="01632 960123")
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        staff.post(url("call"), told())
    rung = Case.objects.exclude(pk=online.pk).get()

    by_phone = staff.get(url("index"), {"came": "phone"}).content.decode()
    by_website = staff.get(url("index"), {"came": "website"}).content.decode()

    assert rung.reference in by_phone
    assert online.reference not in by_phone
    assert online.reference in by_website
    assert rung.reference not in by_website
