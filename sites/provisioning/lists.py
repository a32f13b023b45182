"""Many services at once: all of a nation, or the lines of a CSV file."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sites.models import Authority
from sites.provisioning.asking import Asked, CannotCreate

COLUMNS = {
    "authority": "its name in addresses, as the register has it: gwynedd (required)",
    "host": "the host name of the service",
    "welsh_host": "another host name, which leads to the Welsh pages",
    "english_host": "another host name, which leads to the English pages",
    "first_language": "en or cy",
    "name_en": "the name of the service in English",
    "name_cy": "the name of the service in Welsh",
    "prefix": "what references begin with, one to four letters",
    "manager": "e-mail address of the first manager, who is invited",
    "manager_name": "the manager's first name, for the invitation",
}


@dataclass(frozen=True)
class Entry:
    """One line: what it asks for, or why it cannot be understood."""

    name: str
    asked: Asked | None = None
    reasons: tuple[str, ...] = ()


def of_nation(nation: str, **same: str) -> list[Entry]:
    """Every authority of a nation there is now, each asked for in the same way."""
    found = Authority.objects.current().filter(nation=nation).in_order("en")
    return [Entry(x.slug, Asked(authority=x, **same)) for x in found]


def of_slugs(slugs: Iterable[str], **same: str) -> list[Entry]:
    """The authorities of these names."""
    return [_entry({"authority": slug, **same}) for slug in slugs]


def of_file(path: Path, **same: str) -> list[Entry]:
    """The lines of a CSV file; what a line leaves empty is taken from `same`.

    CannotCreate where the file is not one of ours.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return list(_read(csv.DictReader(lines, strict=True), same))
    except OSError as error:
        raise CannotCreate(f"{path}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        words = f"{path}: save the file as CSV UTF-8; it has other letters."
        raise CannotCreate(words) from error
    except csv.Error as error:
        raise CannotCreate(f"{path}: not a CSV file ({error}).") from error


def _read(rows: csv.DictReader, same: dict[str, str]) -> Iterator[Entry]:
    given = [name.strip() for name in rows.fieldnames or []]
    unknown = [name for name in given if name not in COLUMNS]
    if "authority" not in given:
        raise CannotCreate(
            "The first line names the columns, one of them “authority”. Known:"
            f" {', '.join(COLUMNS)}."
        )
    if unknown:
        names = ", ".join(f"“{name}”" for name in unknown)
        raise CannotCreate(f"Unknown columns: {names}. Known: {', '.join(COLUMNS)}.")
    rows.fieldnames = given
    seen: dict[str, int] = {}
    for row in rows:
        line = rows.line_num
        if not any(str(value or "").strip() for value in row.values()):
            continue
        yield _line(row, line, seen, same)


def _line(
    row: dict[str, str], line: int, seen: dict[str, int], same: dict[str, str]
) -> Entry:
    slug = (row["authority"] or "").strip().lower()
    name = f"line {line}: {slug or 'no authority'}"
    if None in row or None in row.values():
        words = "It has more or fewer fields than the first line."
        return Entry(name, reasons=(words,))
    if slug in seen:
        return Entry(name, reasons=(f"It stands in line {seen[slug]} already.",))
    seen[slug] = line
    given = {key: value.strip() for key, value in row.items() if value.strip()}
    return _entry({**same, **given, "authority": slug}, name)


def _entry(facts: dict[str, str], name: str = "") -> Entry:
    slug = facts.pop("authority")
    authority = Authority.objects.filter(slug=slug).first()
    if authority is None:
        return Entry(name or slug, reasons=(_not_in_register(slug),))
    return Entry(name or slug, Asked(authority=authority, **facts))


def _not_in_register(slug: str) -> str:
    near = Authority.objects.filter(slug__contains=slug.split("-")[0])[:5]
    words = f"“{slug}” is not in the register."
    if slug and (names := ", ".join(x.slug for x in near)):
        words += f" Perhaps: {names}."
    return words
