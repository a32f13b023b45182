"""A version is kept whenever the words change, and only then; earlier ones stay."""

import datetime as dt

import pytest
import time_machine

from sites.models import FormTerms, Service
from sites.notices.audiences import Audience
from sites.notices.jobs import keep_notices
from sites.notices.models import NoticeVersion, VersionStands
from sites.notices.versions import keep_versions, version_with, versions_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.needs_plugin("applications", "referrals"),
]
FIRST, LATER = (
    dt.datetime(2026, 5, 3, 12, tzinfo=dt.UTC),
    dt.datetime(2026, 6, 4, 12, tzinfo=dt.UTC),
)


def change(service, months):
    service.set_terms("referrals", FormTerms(months={"filed": months}))
    service.save()


@pytest.fixture
def first(gwynedd):
    with time_machine.travel(FIRST, tick=False):
        return keep_versions(gwynedd)


def test_the_first_versions_are_one_for_each_reader_and_language(first):
    assert {(v.audience, v.language) for v in first} == {
        (audience.value, language) for audience in Audience for language in ("en", "cy")
    }
    assert {v.key for v in first} == {"2026-05-03"}


def test_nothing_is_written_while_the_words_stay(first, gwynedd, service):
    service.set_terms("referrals", FormTerms(message_en="We are away today."))
    service.save()

    with time_machine.travel(LATER, tick=False):
        assert keep_versions(gwynedd) == []


def test_only_those_whose_words_change_get_a_new_version(first, gwynedd, service):
    change(service, 7)

    with time_machine.travel(LATER, tick=False):
        new = keep_versions(gwynedd)

    assert {v.audience for v in new} == {"professional", "carer", "young"}
    assert {v.key for v in new} == {"2026-06-04"}
    kept = versions_of(gwynedd, Audience.YOUNG, "en")
    assert [v.key for v in kept] == ["2026-06-04", "2026-05-03"]


def test_two_versions_of_one_day_have_addresses_of_their_own(first, gwynedd, service):
    with time_machine.travel(FIRST, tick=False):
        change(service, 7)
        keep_versions(gwynedd)

    kept = versions_of(gwynedd, Audience.YOUNG, "en")
    assert [v.key for v in kept] == ["2026-05-03.2", "2026-05-03"]
    for version in kept:
        assert version_with(gwynedd, Audience.YOUNG, "en", version.key) == version


@pytest.mark.parametrize(
    "key", ["2026-05-04", "2026-05-03.1", "2026-05-03.x", "x", "9"]
)
def test_no_version_stands_at_any_other_address(first, gwynedd, key):
    assert version_with(gwynedd, Audience.YOUNG, "en", key) is None


def test_what_people_were_told_is_not_changed_afterwards(first):
    with pytest.raises(VersionStands):
        first[0].save()


def test_the_job_keeps_the_notices_of_every_service(gwynedd, devon):
    keep_notices()

    assert {v.site for v in NoticeVersion.objects.all()} >= {gwynedd, devon}
    assert Service.objects.filter(site=gwynedd).exists()
