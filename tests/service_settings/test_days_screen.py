"""The page of closed days and covers: rows added, refused, removed; only one's own."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.roles import Role
from sites.models import ClosedDay, Cover, SettingChange
from tests.factories import make_staff


def rows(prefix, *typed, initial=0):
    data = {
        f"{prefix}-TOTAL_FORMS": len(typed),
        f"{prefix}-INITIAL_FORMS": initial,
        f"{prefix}-MIN_NUM_FORMS": 0,
        f"{prefix}-MAX_NUM_FORMS": 1000,
    }
    for number, row in enumerate(typed):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def test_days_and_covers_are_added_logged_and_removed(
    gwynedd, manager, coordinator, client_at
):
    client = client_at(gwynedd, manager)
    day = timezone.localdate() + dt.timedelta(days=30)
    cover = {
        "person": coordinator.pk,
        "deputy": manager.pk,
        "starts_on": day,
        "ends_on": day + dt.timedelta(days=4),
    }
    url = reverse("service_days")

    added = client.post(
        url, rows("closed", {"day": day, "reason": "Training"}) | rows("cover", cover)
    )
    kept = ClosedDay.objects.get(site=gwynedd)
    removed = client.post(
        url,
        rows(
            "closed",
            {"id": kept.pk, "day": day, "reason": "Training", "DELETE": "on"},
            initial=1,
        )
        | rows("cover"),
    )

    assert (added.status_code, removed.status_code) == (302, 302)
    assert kept.day == day
    assert not ClosedDay.objects.exists()
    assert Cover.objects.get(site=gwynedd).deputy == manager
    logged = SettingChange.objects.filter(site=gwynedd).order_by("pk")
    assert [(c.field, c.old, c.new) for c in logged] == [
        ("closed_day", "", f"{day}"),
        ("cover", "", f"Gethin · {day} – {cover['ends_on']}"),
        ("closed_day", f"{day}", ""),
    ]


def test_a_row_of_another_service_is_neither_shown_nor_changed(
    gwynedd, devon, manager, client_at
):
    day = timezone.localdate() + dt.timedelta(days=10)
    theirs = ClosedDay.objects.create(site=devon, day=day, reason="Marker of Devon")
    stranger = make_staff(devon, Role.COORDINATOR, first_name="Stranger")
    client = client_at(gwynedd, manager)
    url = reverse("service_days")

    shown = client.get(url).content.decode()
    client.post(
        url,
        rows("closed", {"id": theirs.pk, "day": day, "DELETE": "on"}, initial=1)
        | rows("cover"),
    )
    refused = client.post(
        url,
        rows("closed")
        | rows(
            "cover",
            {
                "person": stranger.pk,
                "deputy": manager.pk,
                "starts_on": day,
                "ends_on": day,
            },
        ),
    )

    assert "Marker of Devon" not in shown
    assert "Stranger" not in shown
    assert ClosedDay.objects.get() == theirs
    assert refused.status_code == 200
    assert not Cover.objects.exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"ends_on": "2030-05-01"}, "comes before the first"),
        ({"deputy": "person"}, "somebody else to stand in"),
        ({"starts_on": "soon"}, "Choose a day"),
        ({"deputy": ""}, "Choose somebody"),
    ],
)
def test_a_cover_that_makes_no_sense_is_refused_in_words(
    gwynedd, manager, coordinator, client_at, change, said
):
    row = {
        "person": coordinator.pk,
        "deputy": manager.pk,
        "starts_on": "2030-05-06",
        "ends_on": "2030-05-10",
    } | {k: coordinator.pk if v == "person" else v for k, v in change.items()}

    page = client_at(gwynedd, manager).post(
        reverse("service_days"), rows("closed") | rows("cover", row)
    )

    assert page.status_code == 200
    assert said in page.content.decode()
    assert not Cover.objects.exists()


def test_a_day_twice_and_a_person_away_twice_are_refused(
    gwynedd, manager, coordinator, client_at
):
    day = {"day": "2030-05-06"}
    row = {
        "person": coordinator.pk,
        "deputy": manager.pk,
        "starts_on": "2030-05-06",
        "ends_on": "2030-05-10",
    }
    later = {**row, "starts_on": "2030-05-10", "ends_on": "2030-05-12"}

    page = client_at(gwynedd, manager).post(
        reverse("service_days"), rows("closed", day, day) | rows("cover", row, later)
    )

    said = page.content.decode()
    assert "A day stands here twice" in said
    assert "is away twice at once" in said
    assert not ClosedDay.objects.exists()


def test_what_another_window_has_done_meanwhile_is_said_and_nothing_breaks(
    gwynedd, manager, client_at
):
    client = client_at(gwynedd, manager)
    url, day = reverse("service_days"), timezone.localdate() + dt.timedelta(days=10)
    gone = ClosedDay.objects.create(site=gwynedd, day=day + dt.timedelta(days=1))
    there = ClosedDay.objects.create(site=gwynedd, day=day)
    stale = {"id": gone.pk, "day": gone.day, "reason": "Moved"}
    gone.delete()

    twice = client.post(url, rows("closed", {"day": day}) | rows("cover"))
    removed = client.post(url, rows("closed", stale, initial=1) | rows("cover"))

    assert (twice.status_code, removed.status_code) == (200, 200)
    assert "on the list already" in twice.content.decode()
    assert "removed this row meanwhile" in removed.content.decode()
    assert [row.pk for row in ClosedDay.objects.all()] == [there.pk]


def test_a_day_long_past_is_refused_because_no_page_would_show_it(
    gwynedd, manager, coordinator, client_at
):
    past = timezone.localdate() - dt.timedelta(days=400)
    cover = {"person": coordinator.pk, "deputy": manager.pk}
    cover |= {"starts_on": past, "ends_on": past}

    page = client_at(gwynedd, manager).post(
        reverse("service_days"), rows("closed", {"day": past}) | rows("cover", cover)
    )

    assert page.content.decode().count("This day is long past") == 2
    assert not ClosedDay.objects.exists()
    assert not Cover.objects.exists()
