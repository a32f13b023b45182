"""The written-out forms of Welsh names against the mechanical mutation."""

import csv
from importlib.resources import files

import pytest

from tests.language import mutations

# Forms that depart from the rule, each with its reason.
EXCEPTIONS = {
    ("Ynys Môn", "after_yn"): "an island takes ar",
}
FILES = ("mutations_cy.csv", "councils_cy.csv", "english_places_cy.csv")


def rows():
    for name in FILES:
        with files("sites.data").joinpath(name).open(encoding="utf-8") as lines:
            yield from csv.DictReader(lines)


every_name = pytest.mark.parametrize(
    "row", list(rows()), ids=lambda row: row["name_cy"]
)


@every_name
def test_stored_forms_agree_with_the_rules_of_mutation(row):
    name = row["name_cy"]
    # Y, Sir, Swydd, W and vowels: nothing to mutate, and the rule says so too.
    expected = {
        "after_yn": mutations.after_yn(name),
        "after_i": f"i {mutations.soft(name)}",
        "after_o": f"o {mutations.soft(name)}",
        "after_a_and": mutations.and_(name),
    }
    for column, form in expected.items():
        if (name, column) in EXCEPTIONS:
            assert row[column] != form, "no longer an exception: take it off the list"
        else:
            assert row[column] == form


def test_every_council_of_wales_and_every_named_english_place_has_its_forms():
    by_file = {}
    for name in FILES:
        with files("sites.data").joinpath(name).open(encoding="utf-8") as lines:
            by_file[name] = {row["gss_code"] for row in csv.DictReader(lines)}

    areas, councils, english = (by_file[name] for name in FILES)
    assert len(areas) == 22
    assert councils == areas | english


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Gwynedd", "yng Ngwynedd"),
        ("Powys", "ym Mhowys"),
        ("Torfaen", "yn Nhorfaen"),
        ("Caerdydd", "yng Nghaerdydd"),
        ("Dyfnaint", "yn Nyfnaint"),
        ("Bryste", "ym Mryste"),
        ("Abertawe", "yn Abertawe"),
    ],
)
def test_the_rule_itself_is_right(name, expected):
    assert mutations.after_yn(name) == expected
