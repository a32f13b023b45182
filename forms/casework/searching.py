"""Find cases by name, reference or e-mail address, although both are sealed.

Each case lies in a few drawers: one for the first three letters of each word of the
name and of the address, one for the last three digits of the telephone number (by that
one finds who is here already). A drawer's number is a keyed hash, other at every
service. A search opens only what lies in its drawers and looks whether it fits, so
drawers may be shared by chance, and are: docs/decisions/015-search-in-casework.md says
why.
"""

import re
import secrets
from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.views.decorators.debug import sensitive_variables

from cms.language.slugs import without_accents
from cms.privacy import CannotDecrypt, blind_index, register_rotation
from forms.casework.models import Case, SearchMark
from forms.casework.telephone import dialled

BEGINNING = 3
DRAWERS = 16**4
FILLED_UP_TO = 8
MOST_WORDS = 6
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻ`´′", "'"))
_PIECE = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """Text for comparing: case, accents and the kind of apostrophe do not matter."""
    return without_accents(text.translate(_APOSTROPHES)).casefold()


def pieces(word: str) -> set[str]:
    """The parts of a folded word, and the word in one piece: o, brien and obrien."""
    parts = _PIECE.findall(word)
    return {*parts, "".join(parts)} - {""}


@sensitive_variables()
def drawers_of(site_id: int, name: str, address: str, phone: str = "") -> set[int]:
    """The drawers in which a case of this name, address and number lies."""
    beginnings = {("name", piece) for w in folded(name).split() for piece in pieces(w)}
    if address:
        beginnings.add(("mail", folded(address).strip()))
    if digits := dialled(phone):
        beginnings.add(("phone", digits[-BEGINNING:]))
    return {_drawer(site_id, what, text) for what, text in beginnings}


@sensitive_variables()
def _drawer(site_id: int, what: str, text: str) -> int:
    index = blind_index(f"case-search|{site_id}|{what}|{text[:BEGINNING]}")
    return int(index[:4], 16)


@transaction.atomic
@sensitive_variables()
def mark(case: Case) -> None:
    """Put a case into its drawers, and into others by chance.

    Filled up to a multiple of eight, so that their number does not tell how many words
    a name has.
    """
    drawers = drawers_of(case.site_id, case.display_name, case.email, case.phone)
    while len(drawers) % FILLED_UP_TO or not drawers:
        drawers.add(secrets.randbelow(DRAWERS))
    case.search_marks.all().delete()
    SearchMark.objects.bulk_create(
        SearchMark(site_id=case.site_id, case=case, drawer=number)
        for number in sorted(drawers)
    )


def mark_when_saved(
    instance: Case, raw: bool = False, update_fields: Any = None, **_signal: Any
) -> None:
    """Mark a case anew whenever its name, address or number is saved."""
    searched = {"display_name", "email", "phone"}
    if not raw and (update_fields is None or searched & set(update_fields)):
        mark(instance)


@sensitive_variables()
def search(cases: QuerySet[Case], site_id: int, words: str, most: int) -> list[int]:
    """The keys of at most `most` of the cases that fit every word, in their order."""
    wanted = folded(words).split()[:MOST_WORDS]
    if not any(pieces(word) for word in wanted):
        return []
    for word in wanted:
        found = Q(pk__in=_in_drawers(site_id, word))
        if len(word) >= BEGINNING:
            found |= Q(reference__icontains=word)
        cases = cases.filter(found)
    keys: list[int] = []
    for case in cases.select_related(None).only(*_OPENED).iterator(chunk_size=200):
        if _fits(case, wanted):
            keys.append(case.pk)
        if len(keys) == most:
            break
    return keys


_OPENED = ("row_key", "site", "reference", "display_name", "email", "phone")


@sensitive_variables()
def _in_drawers(site_id: int, word: str) -> QuerySet[Any, Any]:
    numbers = {_drawer(site_id, "name", piece) for piece in pieces(word)}
    numbers.add(_drawer(site_id, "mail", word))
    marks = SearchMark.objects.filter(site=site_id, drawer__in=numbers)
    return marks.values("case")


@sensitive_variables()
def _fits(case: Case, wanted: Iterable[str]) -> bool:
    named = {p for word in folded(case.display_name).split() for p in pieces(word)}
    address, reference = folded(case.email).strip(), case.reference.casefold()

    def begins(sought: str) -> bool:
        if len(sought) < BEGINNING:
            return sought in named
        return any(piece.startswith(sought) for piece in named)

    def fits(word: str) -> bool:
        if len(word) >= BEGINNING and (address.startswith(word) or word in reference):
            return True
        parts = _PIECE.findall(word)
        return begins("".join(parts)) or (bool(parts) and all(map(begins, parts)))

    return all(fits(word) for word in wanted)


@register_rotation("casework.SearchMark", by_index_key=True)
def rebuild() -> int:
    """Mark every case anew that does not lie where it should; how many those were."""
    count = 0
    cases = Case.objects.only(*_OPENED)
    for case in cases.prefetch_related("search_marks").iterator(chunk_size=200):
        try:
            wanted = drawers_of(case.site_id, case.display_name, case.email, case.phone)
        except CannotDecrypt as error:
            raise CannotDecrypt(f"casework.Case {case.pk}: {error}") from None
        lies_in = {mark.drawer for mark in case.search_marks.all()}
        if not lies_in or not wanted <= lies_in:
            mark(case)
            count += 1
    return count


def fill_after_migrate(**_signal: Any) -> None:
    """Mark the cases that have no mark, once the table is there."""
    with connection.cursor() as cursor:
        if SearchMark._meta.db_table not in connection.introspection.table_names(
            cursor
        ):
            return
    marks = SearchMark.objects.filter(case=OuterRef("pk"))
    unmarked = Case.objects.filter(~Exists(marks))
    # No more columns than these: an older state of the database has no others.
    for case in unmarked.only(*_OPENED).iterator(chunk_size=200):
        mark(case)
