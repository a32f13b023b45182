"""Lines go after three years, withdrawn links after one; officers are forgotten."""

import datetime as dt

import pytest

from cms.privacy import Person, find_about
from cms.retention import dry_run, erase
from forms.referrals.models import OfferLink, OfferRecord
from forms.referrals.offering.services import withdraw_link
from sites.testing.factories import make_staff
from tests.referrals.offering.factories import make_link, make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def gwynedd(two_authorities):
    return two_authorities[0]


def test_a_forgotten_officer_leaves_the_numbers(gwynedd):
    link = make_link(gwynedd)
    make_record(link)

    erase(link)

    record = OfferRecord.objects.get()
    assert (record.link, record.site) == (None, gwynedd)


def test_everything_about_an_officer_is_found_and_erased(gwynedd, two_authorities):
    link = make_link(gwynedd)
    make_record(link)
    make_link(two_authorities[1])
    by = make_staff(gwynedd, "manager")
    person = Person(site=gwynedd, email="eleri@gwynedd.example")

    found = [one for one in find_about(person, by=by) if "offer" in one.key]
    for one in reversed(found):
        one.erase()

    assert [one.data.model for one in found] == [
        "referrals.OfferLink",
        "referrals.OfferRecord",
    ]
    assert [link.site for link in OfferLink.objects.all()] == [two_authorities[1]]
    assert OfferRecord.objects.get().link is None


def test_lines_and_withdrawn_links_go_on_their_day_and_not_the_day_before(gwynedd):
    day = dt.date(2024, 5, 3)
    line = make_record(make_link(gwynedd), considered_on=day)
    gone = make_link(gwynedd, email="huw@gwynedd.example")
    withdraw_link(gone)
    noon = dt.datetime(2026, 5, 3, 12, tzinfo=dt.UTC)
    OfferLink.objects.filter(pk=gone.pk).update(withdrawn_at=noon)

    def due(on):
        judged = dry_run(on, gwynedd)
        return [(one.name, one.pk) for one in judged if "offer" in one.name]

    assert due(dt.date(2027, 5, 2)) == []
    assert due(dt.date(2027, 5, 3)) == [
        ("referrals.offers", line.pk),
        ("referrals.offer_links", gone.pk),
    ]
