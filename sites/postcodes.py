"""From a postcode to its local authority, without the network.

The table (sites/data, ONS Postcode Directory) holds the shortest prefixes that have one
answer each. It is kept as one sorted string of fixed-width records and searched by
halving: 1.9 MB, where a dict takes 19 MB (tests/places/test_postcodes.py measures it).
It is read on the first look-up, once a process.

The answer says where a place is, not which authority looks after a child, and not that
the postcode is in use: the reader can always correct it.
"""

import gzip
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from importlib.resources import files
from threading import Lock
from typing import overload

from sites.models.authority import Authority

_KEY = 8  # "SW1A 1AA"
_RECORD = _KEY + 1  # and one byte that points into the list of codes
_OUTSIDE = "OUTSIDE"
_SHAPE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9])([A-Z])([A-Z])")
_IGNORED = re.compile(r"[\s.\-]")
# Scotland, Northern Ireland, the Channel Islands and the Isle of Man: the table has of
# them only the postcodes beside the English border.
_OUTSIDE_AREAS = frozenset(
    {"AB", "DD", "DG", "EH", "FK", "G", "HS", "IV", "KA", "KW", "KY", "ML", "PA", "PH"}
    | {"TD", "ZE", "BT", "GY", "IM", "JE"}
)


class PostcodeStatus(Enum):
    """What a postcode turned out to be."""

    FOUND = "found"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"
    MALFORMED = "malformed"


@dataclass(frozen=True)
class PostcodeAnswer:
    """What is known of a postcode: `postcode` is written "LL55 1SH"."""

    status: PostcodeStatus
    postcode: str = ""
    gss_code: str = ""

    @property
    def is_found(self) -> bool:
        return self.status is PostcodeStatus.FOUND

    def authority(self) -> Authority | None:
        """The authority of this place, from the register."""
        return Authority.objects.with_code(self.gss_code)


def find(postcode: str) -> PostcodeAnswer:
    """The authority in which a postcode lies, or why there is no answer."""
    parts = _parts(postcode)
    if parts is None:
        return PostcodeAnswer(PostcodeStatus.MALFORMED)
    outward, *inward = parts
    written = f"{outward} {''.join(inward)}"
    code = _first_hit(outward, written)
    if code == _OUTSIDE or (code is None and _area(outward) in _OUTSIDE_AREAS):
        return PostcodeAnswer(PostcodeStatus.OUTSIDE, written)
    if code is None:
        return PostcodeAnswer(PostcodeStatus.UNKNOWN, written)
    return PostcodeAnswer(PostcodeStatus.FOUND, written, code)


def normalise(postcode: str) -> str | None:
    """ "ll55 1sh" as "LL55 1SH"; None when it has not the shape of a postcode."""
    parts = _parts(postcode)
    return f"{parts[0]} {''.join(parts[1:])}" if parts else None


def _parts(postcode: str) -> tuple[str, ...] | None:
    if len(postcode) > 40:
        return None
    bare = _IGNORED.sub("", unicodedata.normalize("NFKC", postcode)).upper()
    match = _SHAPE.fullmatch(bare) if bare.isascii() else None
    return match.groups() if match else None


def _area(outward: str) -> str:
    return re.split("[0-9]", outward)[0]


def _first_hit(outward: str, written: str) -> str | None:
    table = _table()
    lengths = (len(outward), *range(len(outward) + 2, len(written) + 1))
    hits = (table.code(written[:length]) for length in lengths)
    return next((code for code in hits if code), None)


class _Table(Sequence[bytes]):
    """The prefixes in order, with the code of each."""

    def __init__(self) -> None:
        path = files("sites.data").joinpath("postcode_prefix_authorities.csv.gz")
        places: dict[bytes, int] = {}
        records = bytearray()
        # The file is in the order of these records already (a test looks).
        for line in gzip.decompress(path.read_bytes()).splitlines()[1:]:
            prefix, _, code = line.partition(b",")
            records += prefix.ljust(_KEY)
            records.append(places.setdefault(code, len(places)))
        self._records = bytes(records)
        self._codes = [code.decode() for code in places]

    def __len__(self) -> int:
        return len(self._records) // _RECORD

    @overload
    def __getitem__(self, place: int) -> bytes: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[bytes]: ...
    def __getitem__(self, place: int | slice) -> bytes | Sequence[bytes]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        return self._records[place * _RECORD : place * _RECORD + _KEY]

    def code(self, prefix: str) -> str | None:
        key = prefix.encode().ljust(_KEY)
        place = bisect_left(self, key)
        if place == len(self) or self[place] != key:
            return None
        return self._codes[self._records[place * _RECORD + _KEY]]


_lock = Lock()
_loaded: list[_Table] = []


def _table() -> _Table:
    if not _loaded:
        with _lock:
            if not _loaded:
                _loaded.append(_Table())
    return _loaded[0]
