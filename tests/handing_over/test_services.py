"""A request goes to another council only as somebody saw it, and both know of it."""

import pytest

from cms.activation import disable
from cms.models import ReadLog
from cms.suspension import suspend
from forms.casework.errors import (
    AnsweredAlready,
    NothingWritten,
    NotToThemselves,
    ParcelChanged,
    StillWaiting,
)
from forms.casework.handing_over.parcel import packed, seal_of
from forms.casework.handing_over.services import accept, hand_over, send_back
from forms.casework.models import Case, HandOver
from forms.casework.moving import move_case
from forms.casework.services import change_languages, write_note
from forms.casework.timeline import timeline
from forms.referrals.handing import HANDS_OVER
from forms.referrals.keeping import REQUESTS, TWICE_OR_JUNK
from sites.models import Authority
from tests.referrals.walking import CHILD

pytestmark = [pytest.mark.django_db, pytest.mark.needs_plugin("referrals")]


def goes(case, by, to="devon", **changes):
    facts = {
        "to": Authority.objects.get(slug=to),
        "why": "Devon looks after them.",
        "told": "phone",
        "seal": seal_of(packed(case, HANDS_OVER)),
    }
    return hand_over(case=case, by=by, **{**facts, **changes})


def titles(case):
    return [event.title for event in timeline(case, stages=True)]


def handed_reads(site):
    reads = ReadLog.objects.filter(site=site, action="handed")
    return list(reads.values_list("reference", flat=True))


def test_what_arrives_is_what_was_packed_under_a_number_of_its_own(by_carer, gethin):
    write_note(case=by_carer, by=gethin, text="She sounded tired.")
    handed = goes(by_carer, gethin)

    new = handed.received
    assert new.reference.startswith("DEV")
    assert new.reference != by_carer.reference
    assert packed(new, HANDS_OVER) == handed.sent
    assert new.referral.child_name == CHILD
    assert new.referral.council.slug == "devon"
    assert new.has_flag("handed_in")
    assert list(new.notes.all()) == []


def test_the_case_here_is_closed_as_handed_over_to_whom(by_carer, gethin):
    goes(by_carer, gethin, contact="Ms Hill")

    by_carer.refresh_from_db()
    move = by_carer.stagemoves.get()
    assert by_carer.stage == "handed_over"
    assert move.facts == {"council": "Devon County Council, Ms Hill"}


def test_both_timelines_and_both_logs_say_it(by_carer, gethin, gwynedd, devon):
    handed = goes(by_carer, gethin)

    assert "Handed over. To: Devon County Council" in titles(by_carer)
    assert "Handed over to us. By: Gwynedd Council" in titles(handed.received)
    assert handed_reads(gwynedd) == [by_carer.reference]
    assert handed_reads(devon) == [handed.received.reference]


def test_what_a_young_person_was_promised_and_worries_about_goes_with_it(
    by_child, gethin
):
    promised = by_child.answer_by

    new = goes(by_child, gethin).received

    assert new.from_young
    assert new.answer_by == promised
    assert new.has_flag("worry")
    assert new.has_flag("under_13")


def test_the_other_service_accepts_it(by_carer, gethin, sam):
    handed = accept(handed=goes(by_carer, gethin), by=sam)

    assert handed.state == HandOver.State.ACCEPTED
    assert "Accepted. By: Devon County Council" in titles(by_carer)
    assert "Accepted by us" in titles(handed.received)
    assert not Case.objects.get(pk=handed.received_id).has_flag("handed_in")
    with pytest.raises(AnsweredAlready):
        send_back(handed=handed, by=sam, why="After all, no.")


def test_what_is_sent_back_is_open_where_it_came_from(by_carer, gethin, sam):
    handed = send_back(handed=goes(by_carer, gethin), by=sam, why="It is Cornwall.")

    by_carer.refresh_from_db()
    handed.received.refresh_from_db()
    assert by_carer.stage == "needs_information"
    assert by_carer.answer_by is not None
    assert (handed.received.stage, handed.received.stage_reason) == (
        "closed",
        "sent_back",
    )
    told = {event.title: event.text for event in timeline(by_carer, stages=True)}
    assert told["Sent back. By: Devon County Council"] == "It is Cornwall."
    assert "Sam" not in " ".join(e.who for e in timeline(by_carer, stages=True))


def test_a_request_is_kept_for_filing_unless_it_was_really_sent_back(
    by_child, gethin, sam, gwynedd, devon
):
    handed = send_back(handed=goes(by_child, gethin), by=sam, why="It is Cornwall.")
    by_child.refresh_from_db()
    move_case(case=by_child, to="closed", reason="sent_back", by=gethin)

    assert list(TWICE_OR_JUNK.rows(devon)) == [handed.received]
    assert list(TWICE_OR_JUNK.rows(gwynedd)) == []
    assert list(REQUESTS.rows(devon)) == []
    assert list(REQUESTS.rows(gwynedd)) == [by_child]


def test_sending_back_needs_a_reason(by_carer, gethin, sam):
    handed = goes(by_carer, gethin)

    with pytest.raises(NothingWritten):
        send_back(handed=handed, by=sam, why=" ")


@pytest.mark.parametrize("how", ["unknown", "off", "suspended"])
def test_a_council_that_is_not_here_gets_it_on_paper(by_carer, gethin, devon, how):
    if how == "off":
        disable(site=devon, label="referrals")
    elif how == "suspended":
        suspend(site=devon, reason="Closed for a time.")
    to = "cornwall" if how == "unknown" else "devon"

    handed = goes(by_carer, gethin, to=to)

    assert handed.state == HandOver.State.PRINTED
    assert handed.received is None
    assert Case.objects.filter(kind="referrals").count() == 1
    by_carer.refresh_from_db()
    assert by_carer.stage == "handed_over"


def test_nothing_goes_that_nobody_saw(by_carer, gethin):
    seen = seal_of(packed(by_carer, HANDS_OVER))
    change_languages(case=by_carer, language="en", spoken_language="en", by=gethin)
    by_carer.refresh_from_db()

    with pytest.raises(ParcelChanged):
        goes(by_carer, gethin, seal=seen)
    assert Case.objects.filter(kind="referrals").count() == 1


def test_it_is_refused_without_a_reason_to_oneself_and_twice(by_carer, gethin):
    with pytest.raises(NothingWritten):
        goes(by_carer, gethin, why=" ")
    with pytest.raises(NotToThemselves):
        goes(by_carer, gethin, to="gwynedd")
    goes(by_carer, gethin)
    with pytest.raises(StillWaiting):
        goes(by_carer, gethin, to="cornwall")

    assert HandOver.objects.count() == 1


def test_that_the_sender_is_not_known_yet_goes_with_it(by_carer, gethin):
    flag = {"code": "unconfirmed_sender", "en": "Not known.", "cy": "Anhysbys."}
    by_carer.flags, by_carer.is_flagged = [flag], True
    by_carer.save(update_fields=["flags", "is_flagged"])

    handed = goes(by_carer, gethin)

    assert handed.received.has_flag("unconfirmed_sender")
