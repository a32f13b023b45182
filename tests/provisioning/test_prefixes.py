"""What references begin with: short, easy to read out, and each service's own."""

import pytest

from forms.casework.references import ALPHABET, check_reference
from sites.models import Authority
from sites.provisioning.prefixes import LETTERS, REFUSED, free_prefix
from sites.register import load_register


def test_every_authority_of_the_register_gets_one_of_its_own(db):
    load_register()
    taken: set[str] = set()

    for authority in Authority.objects.all():
        names = authority.area_name_en, authority.name_en
        taken.add(free_prefix(*names, taken=taken))

    assert len(taken) == 175
    assert {len(prefix) for prefix in taken} <= {3, 4}
    assert {sign for prefix in taken for sign in prefix} <= set(LETTERS)
    assert all(check_reference(f"{prefix}-222-2222") for prefix in taken)


def test_its_letters_are_those_of_the_rest_of_a_reference():
    assert list(LETTERS) == [sign for sign in ALPHABET if sign.isalpha()]


@pytest.mark.parametrize(
    ("names", "taken", "prefix"),
    [
        (["Gwynedd"], [], "WYN"),
        (["Gwynedd"], ["WYN"], "WYD"),
        (["Leeds", "Leeds City Council"], [], "DCT"),
        (["Ynys Môn"], [], "YNY"),
        (["Aeio"], [], "CCC"),
        (["Aeio"], ["CCC"], "CCD"),
    ],
)
def test_it_comes_from_the_name_as_far_as_it_can(names, taken, prefix):
    assert free_prefix(*names, taken=taken) == prefix


def test_nobody_has_to_read_out_what_is_rude():
    assert free_prefix("Fckd", taken=[]) not in REFUSED
