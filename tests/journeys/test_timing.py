"""How long a form takes: what people took, pauses apart, once enough have sent."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from forms.applications.terms import FIRST_ALONE
from forms.journeys.jobs import measure_times
from forms.journeys.models import Completion, Draft
from forms.journeys.timing import ENOUGH, minutes_of
from sites.models import Service

pytestmark = pytest.mark.django_db


def sent(site, *minutes, way="first", **facts):
    for took in minutes:
        Completion.objects.create(
            site=site, kind="applications", way=way, seconds=took * 60, **facts
        )


def minutes_at(site):
    return minutes_of(Service.objects.get(site=site), "applications", FIRST_ALONE)


def test_the_start_says_the_median_of_those_who_have_sent(applicant, gwynedd):
    sent(gwynedd, 4, 5, 8, 11, 11, 11, 12, 13, 90, 240)

    measure_times()

    assert b"It takes about 10 minutes." in applicant.look().content


@pytest.mark.parametrize(
    ("took", "said"), [([1] * ENOUGH, 5), ([13] * ENOUGH, 15), ([22] * (ENOUGH - 1), 5)]
)
def test_it_is_told_in_fives_and_never_from_a_few(gwynedd, took, said):
    sent(gwynedd, *took)

    measure_times()

    assert minutes_at(gwynedd) == said


def test_each_service_and_each_way_has_its_own_time(gwynedd, devon):
    sent(devon, *[20] * ENOUGH)
    sent(gwynedd, *[30] * ENOUGH, way="both")

    measure_times()

    assert (minutes_at(gwynedd), minutes_at(devon)) == (5, 20)


def test_what_is_old_no_longer_counts_and_is_forgotten(gwynedd):
    today = timezone.localdate()
    sent(gwynedd, *[30] * ENOUGH, sent_on=today - timedelta(days=200))
    sent(gwynedd, 30, sent_on=today - timedelta(days=400))

    measure_times()

    assert minutes_at(gwynedd) == 5
    assert Completion.objects.count() == ENOUGH


def test_fewer_again_means_the_declared_time_again(gwynedd):
    sent(gwynedd, *[30] * ENOUGH)
    measure_times()
    Completion.objects.all().delete()

    measure_times()

    assert minutes_at(gwynedd) == 5


def test_pauses_do_not_count(applicant, gwynedd):
    start = timezone.now()
    with time_machine.travel(start, tick=False):
        applicant.answer("your-language")
    with time_machine.travel(start + timedelta(minutes=2), tick=False):
        applicant.answer("postcode")
    with time_machine.travel(start + timedelta(hours=20), tick=False):
        applicant.answer("where-you-live")

    assert Draft.objects.get().seconds == 7 * 60


def test_sending_remembers_the_time_and_nothing_of_the_person(applicant, gwynedd):
    start = timezone.now()
    with time_machine.travel(start, tick=False):
        applicant.answer_part_one()
    with time_machine.travel(start + timedelta(minutes=3), tick=False):
        applicant.send()

    kept = Completion.objects.values().get()
    assert (kept["seconds"], kept["way"]) == (180, "first")
    assert set(kept) == {
        "id",
        "site_id",
        "kind",
        "door",
        "way",
        "seconds",
        "sent_on",
    }


def test_what_looks_like_a_machine_is_not_counted(applicant):
    applicant.answer_part_one(**{"iv-qx": "x"})
    applicant.answer("why", **{"iv-qx": "x"})
    applicant.send()

    assert Completion.objects.count() == 0
