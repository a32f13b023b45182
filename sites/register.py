"""Fill the register of local authorities from the files in sites/data."""

import csv
import datetime
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from django.db import transaction

from cms.language import sort_key
from sites.models.authority import Authority

_FORMS = {
    "in_cy": "after_yn",
    "to_cy": "after_i",
    "of_cy": "after_o",
    "and_cy": "after_a_and",
}
_VOWELS = "AEIOU"


@transaction.atomic
def load_register() -> int:
    """Make or correct all 175 authorities; how many there are. Safe to run again.

    An authority that has left the register stays: services and cases may point to it.
    What became of it is known here alone (sites.renaming), and stays known.
    """
    authorities = list(_authorities())
    former = dict(Authority.objects.values_list("gss_code", "former_codes"))
    for one in authorities:
        codes = f"{one.former_codes} {former.get(one.gss_code, '')}".split()
        one.former_codes = " ".join(dict.fromkeys(codes))
    kept = [field.name for field in Authority._meta.concrete_fields]
    ours = {"id", "gss_code", "succeeded_by"}
    Authority.objects.bulk_create(
        authorities,
        update_conflicts=True,
        unique_fields=["gss_code"],
        update_fields=[name for name in kept if name not in ours],
    )
    return len(authorities)


def _authorities() -> Iterator[Authority]:
    areas = _by_code("mutations_cy.csv") | _by_code("english_places_cy.csv")
    councils = _by_code("councils_cy.csv")
    children = _by_code("looked_after_children.csv")
    for code, row in _by_code("local_authorities.csv").items():
        yield Authority(
            **_facts(row),
            **_children(children[code]),
            **_area_forms(areas.get(code), _area_name_en(row)),
            **_council_forms(councils.get(code), row["name_en"]),
        )


def _facts(row: dict[str, str]) -> dict[str, Any]:
    area = _area_name_en(row)
    return {
        "gss_code": row["gss_code"],
        "former_codes": row["former_gss_codes"],
        "slug": row["slug"],
        "nation": row["nation"],
        "region": row["region"],
        "type": row["type"],
        "website_url": row["website_url"],
        "name_en": row["name_en"],
        "area_name_en": area,
        "sort_key_en": sort_key(area, "en"),
    }


def _area_name_en(row: dict[str, str]) -> str:
    """The name as a sentence has it: not "Bristol, City of"."""
    name = row["area_name_en"].removesuffix(", City of").removesuffix(", County of")
    return name.replace("St. ", "St ")


def _children(row: dict[str, str]) -> dict[str, Any]:
    number, date = row["children_looked_after"], row["reference_date"]
    return {
        "children_looked_after": int(number) if number else None,
        "children_counted_on": datetime.date.fromisoformat(date) if date else None,
        "children_status": row["status"],
        "children_source": row["source"],
    }


def _area_forms(row: dict[str, str] | None, english: str) -> dict[str, str]:
    forms = _forms(row, english)
    name = row["name_cy"] if row else ""
    return {"area_name_cy": name, "sort_key_cy": sort_key(name or english), **forms}


def _council_forms(row: dict[str, str] | None, english: str) -> dict[str, str]:
    forms = {f"council_{key}": form for key, form in _forms(row, english).items()}
    return {"name_cy": row["name_cy"] if row else "", **forms}


def _forms(row: dict[str, str] | None, english: str) -> dict[str, str]:
    """The stored forms, or an English name after each word, unmutated."""
    if row:
        return {field: row[column] for field, column in _FORMS.items()}
    and_ = "ac" if english[0] in _VOWELS else "a"
    return {
        field: f"{word} {english}"
        for field, word in zip(_FORMS, ("yn", "i", "o", and_), strict=True)
    }


def _by_code(name: str) -> dict[str, dict[str, str]]:
    with files("sites.data").joinpath(name).open(encoding="utf-8") as lines:
        return {row["gss_code"]: row for row in csv.DictReader(lines)}
