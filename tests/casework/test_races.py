"""Two people at the same case at the same moment: one wins, the other is told."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection, connections

from forms.casework.errors import MovedMeanwhile
from forms.casework.keying.calls import Calls, take_call
from forms.casework.models import Case
from forms.casework.services import move_case, write_note
from tests.casework.factories import make_case
from tests.factories import make_service, make_staff


def at_once(*jobs):
    """Run the jobs in threads that start together; their results or errors."""
    outcomes = []
    barrier = Barrier(len(jobs))

    def run(job):
        barrier.wait()
        try:
            outcomes.append(job())
        except Exception as error:  # noqa: BLE001  (the error is the outcome)
            outcomes.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


@pytest.fixture
def needs_postgres():
    if connection.vendor != "postgresql":
        pytest.skip("needs TEST_DATABASE=postgres")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_two_moves_at_once_one_wins_and_the_other_hears_why(needs_postgres):
    site = make_service("gwynedd")
    pk = make_case(site).pk
    people = [make_staff(site, "coordinator") for _person in range(2)]

    def mover(person, to, **more):
        case = Case.objects.get(pk=pk)
        return lambda: move_case(case=case, to=to, by=person, **more)

    outcomes = at_once(
        mover(people[0], "screening"),
        mover(people[1], "withdrawn", reason="moved"),
    )

    refused = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert [type(error) for error in refused] == [MovedMeanwhile]
    assert Case.objects.get(pk=pk).stagemoves.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_note_from_two_clicks_at_once_stands_once(needs_postgres):
    site = make_service("gwynedd")
    case = make_case(site)
    person = make_staff(site, "coordinator")
    token = "0b4c2f5e-4a41-4e8c-9d5e-1e9a3a0d7c11"

    outcomes = at_once(
        *[lambda: write_note(case=case, text="Rang.", by=person, token=token)] * 2
    )

    assert len({note.pk for note in outcomes}) == 1
    assert [note.text for note in case.notes.all()] == ["Rang."]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_call_keyed_in_twice_at_once_is_one_case(needs_postgres):
    site = make_service("gwynedd")
    person = make_staff(site, "coordinator")
    token = uuid4()
    told = {"name": "Llŷr", "email": "", "phone": "07700 900456"}
    languages = {"language": "cy", "spoken_language": "cy"}

    def keying():
        return take_call(
            site=site,
            kind="applications",
            calls=Calls(stage="enquiry"),
            person={**told, **languages},
            about="",
            by=person,
            token=token,
        )

    outcomes = at_once(keying, keying)

    assert sorted(is_new for _case, is_new in outcomes) == [False, True]
    assert {case.pk for case, _is_new in outcomes} == {Case.objects.get().pk}
