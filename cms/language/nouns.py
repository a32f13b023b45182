"""The nouns our pages count (nouns.csv): Welsh plural, gender, mutated forms, English.

The forms are written out, not worked out: a reader of Welsh can check them, and
tests/language compares each with the mechanical mutation.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Noun:
    """One noun: `soft` and `aspirate` of the singular, `of_many` of the plural."""

    cy: str
    gender: str
    cy_plural: str
    soft: str
    aspirate: str
    of_many: str
    en: str
    en_plural: str
    # A measure of time keeps the singular above ten: 28 diwrnod, 18 mis.
    kind: str
    # Forms by number where no rule gives them: "5=mlynedd many=mlynedd".
    irregular: str

    @property
    def is_feminine(self) -> bool:
        return self.gender == "f"

    @property
    def is_measure(self) -> bool:
        return self.kind == "measure"

    def irregular_form(self, number: int) -> str | None:
        """The form this noun alone has after `number`."""
        forms = dict(pair.split("=") for pair in self.irregular.split())
        return forms.get(str(number) if number <= 10 else "many")


@cache
def nouns() -> dict[str, Noun]:
    """Every noun that can be counted, by its Welsh singular."""
    with files("cms.language").joinpath("nouns.csv").open(encoding="utf-8") as lines:
        return {row["cy"]: Noun(**row) for row in csv.DictReader(lines)}
