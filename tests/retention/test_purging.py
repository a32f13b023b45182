"""What is over its time is deleted for good; what is held or unfiled never is."""

import datetime as dt

import pytest
from django.db import connection

from cms.mail import queue_mail
from cms.models import OutboundEmail, Purge
from cms.retention import NotAllPurged, purging
from forms.casework.filing.services import file_case
from forms.casework.holding.services import hold_case, lift_hold
from forms.casework.models import Case
from forms.casework.services import move_case, move_to_step, write_note
from forms.referrals.models import Saying
from sites.models import Service
from tests.casework.factories import make_case
from tests.factories import make_staff
from tests.retention.conftest import CLOSED_ON, noon

pytestmark = pytest.mark.django_db
A_YEAR_ON = dt.date(2025, 5, 3)
DAY = dt.timedelta(days=1)


def there(*cases):
    found = set(Case.objects.values_list("pk", flat=True))
    return [case.pk in found for case in cases]


def test_an_application_goes_on_its_day_and_not_the_day_before(gwynedd, closed, on):
    case = closed(gwynedd)

    before = on(A_YEAR_ON - DAY)
    still = there(case)
    then = on(A_YEAR_ON)
    after = on(A_YEAR_ON + DAY)

    assert (before, still) == ([], [True])
    assert (then, after, there(case)) == ([case.reference], [], [False])


def test_a_night_that_was_missed_is_made_up_for(gwynedd, closed, on):
    case = closed(gwynedd)

    assert on(A_YEAR_ON + 40 * DAY) == [case.reference]


def test_a_leap_day_and_the_end_of_a_month_go_when_the_month_ends(gwynedd, closed, on):
    leap = closed(gwynedd, on=dt.date(2024, 2, 29))
    service = Service.of(gwynedd)

    assert service
    assert on(dt.date(2025, 2, 27)) == []
    assert on(dt.date(2025, 2, 28)) == [leap.reference]


def test_each_service_keeps_as_long_as_it_has_set(gwynedd, devon, closed, on):
    service = Service.objects.get(site=gwynedd)
    terms = service.terms_of("applications").written()
    service.set_terms(
        "applications",
        type(service.terms_of("applications")).read(
            {**terms, "months": {"not_taken_on": 6}}
        ),
    )
    service.save()
    here, there_ = closed(gwynedd), closed(devon)

    assert on(dt.date(2024, 11, 3)) == [here.reference]
    assert on(A_YEAR_ON) == [there_.reference]


def test_an_open_case_stays_and_one_opened_again_begins_anew(
    gwynedd, closed, coordinator, on
):
    case = closed(gwynedd, kind="referrals")
    file_case(case=case, on=CLOSED_ON, system="Mosaic", by=coordinator)
    again = noon(dt.date(2025, 1, 10))
    case.refresh_from_db()
    move_case(case=case, to="waiting", reason="no_visitor", by=None, at=again)

    assert on(A_YEAR_ON + 400 * DAY) == []


def test_one_to_come_back_to_is_counted_from_that_day(gwynedd, coordinator, closed, on):
    end = {
        "to": "objected",
        "reason": "",
        "facts": {"decided_by": "Gethin"},
        "until": dt.date(2024, 9, 1),
    }
    case = closed(gwynedd, kind="referrals", end=end)
    file_case(case=case, on=CLOSED_ON, system="Mosaic", by=coordinator)

    assert on(A_YEAR_ON) == []
    assert on(dt.date(2025, 9, 1)) == [case.reference]


def test_a_visitors_file_is_kept_longer_than_an_application(gwynedd, closed, on):
    came_to_nothing = closed(gwynedd)
    visitor = make_case(gwynedd, at=noon(CLOSED_ON))
    for step in ("talking", "checks", "ready"):
        move_to_step(case=visitor, step=step, by=None, at=noon(CLOSED_ON))
    move_case(case=visitor, to="left", reason="finished", by=None, at=noon(CLOSED_ON))

    assert on(A_YEAR_ON) == [came_to_nothing.reference]
    assert on(dt.date(2030, 5, 2)) == []
    assert on(dt.date(2030, 5, 3)) == [visitor.reference]


def test_a_request_that_nobody_filed_is_never_deleted(gwynedd, closed, coordinator, on):
    filed, unfiled = (closed(gwynedd, kind="referrals") for _ in range(2))
    file_case(case=filed, on=CLOSED_ON, system="Mosaic", by=coordinator)

    assert on(A_YEAR_ON) == [filed.reference]
    assert on(A_YEAR_ON + 4000 * DAY) == []
    file_case(case=unfiled, on=CLOSED_ON, system="Mosaic", by=coordinator)
    assert on(A_YEAR_ON + 4001 * DAY) == [unfiled.reference]


def test_what_was_said_after_filing_must_be_filed_too(gwynedd, closed, coordinator, on):
    case = closed(gwynedd, kind="referrals")
    file_case(case=case, on=CLOSED_ON, system="Mosaic", by=coordinator)
    write_note(case=case, text="She rang: she objects.", by=coordinator)

    assert on(A_YEAR_ON) == []
    file_case(case=case, on=CLOSED_ON, system="Mosaic", by=coordinator)
    Saying.objects.create(
        case=case, says="no", heard_by="Jan", heard_on=CLOSED_ON, language="en"
    )
    assert on(A_YEAR_ON) == []
    file_case(case=case, on=CLOSED_ON, system="Mosaic", by=coordinator)
    assert on(A_YEAR_ON) == [case.reference]


def test_doubles_and_junk_go_soon_unfiled_but_not_what_a_young_person_said(
    gwynedd, closed, on
):
    double = closed(gwynedd, kind="referrals", end={"reason": "asked_twice"})
    junk = closed(gwynedd, kind="referrals", end={"reason": "junk"})
    young = closed(gwynedd, kind="referrals", end={"reason": "junk"}, from_young=True)

    assert on(dt.date(2024, 6, 2)) == []
    assert on(dt.date(2024, 6, 3)) == sorted([double.reference, junk.reference])
    assert there(young) == [True]


def test_a_held_case_stays_until_the_hold_is_lifted(gwynedd, closed, manager, on):
    case = closed(gwynedd)
    hold_case(case=case, why="A complaint is open", by=manager)

    assert on(A_YEAR_ON + 500 * DAY) == []
    lift_hold(case=case, by=manager)
    assert on(A_YEAR_ON + 500 * DAY) == [case.reference]


def test_a_case_held_between_the_look_and_the_deed_stays(
    gwynedd, closed, manager, on, monkeypatch
):
    case = closed(gwynedd)
    looked = purging.dry_run

    def held_meanwhile(day, site):
        listed = list(looked(day, site))
        hold_case(case=case, why="A complaint is open", by=manager)
        return listed

    monkeypatch.setattr(purging, "dry_run", held_meanwhile)

    with pytest.raises(AssertionError, match="=="):
        on(A_YEAR_ON)
    assert there(case) == [True]
    assert not Purge.objects.exists()


def test_killed_half_way_the_next_run_goes_on(gwynedd, closed, on, monkeypatch):
    cases = [closed(gwynedd) for _ in range(3)]
    _first, second, third = sorted(case.reference for case in cases)
    original, died = Case.delete, []

    def dies(self, *args, **kwargs):
        if self.reference == second and not died:
            died.append(second)
            raise KeyboardInterrupt
        return original(self, *args, **kwargs)

    monkeypatch.setattr(Case, "delete", dies)
    with pytest.raises(KeyboardInterrupt):
        on(A_YEAR_ON)

    assert sorted(Case.objects.values_list("reference", flat=True)) == [second, third]
    assert Purge.objects.get().count == 1
    assert on(A_YEAR_ON) == [second, third]
    assert Purge.objects.get().count == 3


def test_one_that_fails_stops_no_other_and_is_told(gwynedd, closed, on, monkeypatch):
    cases = [closed(gwynedd) for _ in range(2)]
    first, _second = sorted(case.reference for case in cases)
    original = Case.delete

    def fails(self, *args, **kwargs):
        if self.reference == first:
            raise ValueError(first)
        return original(self, *args, **kwargs)

    monkeypatch.setattr(Case, "delete", fails)
    with pytest.raises(NotAllPurged, match="1 records"):
        on(A_YEAR_ON)

    assert Case.objects.get().reference == first


def test_counts_stay_and_name_nobody(gwynedd, devon, closed, on):
    for _ in range(2):
        closed(gwynedd)
    closed(devon)

    on(A_YEAR_ON)

    assert sorted(Purge.objects.values_list("site", "rule", "day", "count")) == sorted(
        [
            (gwynedd.pk, "applications.not_taken_on", A_YEAR_ON, 2),
            (devon.pk, "applications.not_taken_on", A_YEAR_ON, 1),
        ]
    )


def test_the_purge_of_one_service_leaves_the_others_alone(gwynedd, devon, closed, on):
    here, elsewhere = closed(gwynedd), closed(devon)

    assert on(A_YEAR_ON, gwynedd) == [here.reference]
    assert there(elsewhere) == [True]


def test_a_suspended_service_waits(gwynedd, closed, on):
    case = closed(gwynedd)
    gwynedd.profile.suspended_at = noon(A_YEAR_ON - DAY)
    gwynedd.profile.suspended_reason = "Away"
    gwynedd.profile.save()

    assert on(A_YEAR_ON) == []
    assert there(case) == [True]


def test_its_mails_go_with_it_and_another_case_s_stay(gwynedd, devon, closed, on):
    case, later = closed(gwynedd), closed(gwynedd, on=CLOSED_ON + DAY)
    for one in (case, later):
        queue_mail(
            site=gwynedd,
            to=one.email,
            template="casework/withdrawn",
            language="cy",
            context={"name": "Siân"},
            case_reference=one.reference,
        )

    on(A_YEAR_ON)

    left = set(OutboundEmail.objects.values_list("case_reference", flat=True))
    assert left == {later.reference}


def test_no_table_has_a_row_more_than_before_the_case_came(
    gwynedd, closed, manager, on
):
    make_staff(gwynedd, "coordinator")

    def rows():
        with connection.cursor() as cursor:
            names = connection.introspection.table_names(cursor)
            counts = {}
            for name in names:
                cursor.execute(f'SELECT count(*) FROM "{name}"')  # noqa: S608
                counts[name] = cursor.fetchone()[0]
        return counts

    before = rows()
    case = closed(gwynedd, kind="referrals")
    write_note(case=case, text="Rang", by=manager)
    hold_case(case=case, why="A complaint", by=manager)
    lift_hold(case=case, by=manager)
    file_case(case=case, on=CLOSED_ON, system="Mosaic", by=manager)
    during = rows()

    on(A_YEAR_ON)

    grown = {name for name in during if during[name] > before[name]}
    assert {"casework_filing", "casework_hold", "casework_note"} <= grown
    assert {
        name: count - before[name]
        for name, count in rows().items()
        if count != before[name] and "fts" not in name
    } == {"cms_purge": 1}
