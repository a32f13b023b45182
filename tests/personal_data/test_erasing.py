"""What may be erased goes whole; what must stay says why; mistakes are corrected."""

import pytest
from django.utils import timezone

from cms.models import OutboundEmail
from cms.privacy import MayNotBeErased, NotCorrectable, correct, find_about
from forms.casework.filing.services import file_case
from forms.casework.holding.services import hold_case, lift_hold
from forms.casework.keying.known import known_already
from forms.casework.models import Addition, Case, Note
from forms.casework.rights.keeping import HELD, OPEN, UNFILED
from forms.casework.services import write_note
from tests.casework.factories import make_case

pytestmark = pytest.mark.django_db


def test_an_open_case_stays_and_a_closed_one_goes_with_all_of_it(
    gwynedd,
    manager,
    sian,
    closed,
):
    still_open, over = make_case(gwynedd), closed(gwynedd)
    write_note(case=over, text="Ring her.", by=manager)
    cases = {f.row: f for f in find_about(sian, by=manager) if f.is_root}

    with pytest.raises(MayNotBeErased) as refused:
        cases[still_open].erase()
    cases[over].erase()

    assert refused.value.kept.why == OPEN
    assert list(Case.objects.all()) == [still_open]
    assert not Note.objects.exists()
    assert not OutboundEmail.objects.filter(case_reference=over.reference).exists()


def test_a_held_case_stays_until_it_is_let_go(
    gwynedd,
    manager,
    sian,
    closed,
):
    case = closed(gwynedd)
    write_note(case=case, text="Ring her.", by=manager)
    hold_case(case=case, why="A complaint", by=manager)
    found = find_about(sian, by=manager)

    held = [each.kept() for each in found if each.data.model.startswith("casework.")]
    lift_hold(case=case, by=manager)
    (again,) = [f for f in find_about(sian, by=manager) if f.row == case]

    assert {kept.why for kept in held} == {HELD}
    assert again.kept() is None


def test_a_childs_request_is_not_erased_before_it_is_filed(
    gwynedd,
    manager,
    sian,
    closed,
):
    case = closed(gwynedd, kind="referrals")

    def mine():
        return next(f for f in find_about(sian, by=manager) if f.row == case)

    with pytest.raises(MayNotBeErased) as refused:
        mine().erase()
    file_case(case=case, on=timezone.localdate(), system="Mosaic", by=manager)
    mine().erase()

    assert refused.value.kept.why == UNFILED
    assert not Case.objects.exists()


def test_a_correction_is_found_by_and_told_without_the_values(
    gwynedd,
    manager,
    sian,
):
    case = make_case(gwynedd)
    (found,) = [f for f in find_about(sian, by=manager) if f.row == case]

    correct(found, "display_name", "Siân Wyn ab Huw", by=manager)

    case.refresh_from_db()
    told = Addition.objects.get(case=case)
    known = known_already(
        site=gwynedd, kind="applications", name="Siân Wyn ab Huw", email="", phone=""
    )
    assert case.display_name == "Siân Wyn ab Huw"
    assert [each.case for each in known] == [case]
    assert (told.by, "Huw" in str(told.what)) == (manager, False)


def test_what_is_not_declared_correctable_is_not_corrected(
    gwynedd,
    manager,
    sian,
):
    case = make_case(gwynedd)
    (found,) = [f for f in find_about(sian, by=manager) if f.row == case]

    with pytest.raises(NotCorrectable):
        correct(found, "stage", "closed", by=manager)
