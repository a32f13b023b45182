"""Look for words on the disk: in every file, every row, and what lies packed in them.

For the tests that claim that nothing personal stands anywhere in the clear. A database
file is searched as bytes, with its log and its freed pages, and row by row too, since a
long value is cut where a page ends. Cached values and sessions are unpacked first.
"""

import base64
import json
import quopri
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.contrib.sessions.models import Session
from django.core.cache.backends.filebased import FileBasedCache
from django.db import connection

_READ_AT_ONCE = 1_000_000


class Markers:
    """Words to look for, in the shapes in which they might be written down.

    As they are, as JSON, a URL and a mail write them, and in base64, whatever stands
    before them; capital letters make no difference, but in base64.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = [*words]
        self._shapes = {shape: w for w in self.words for shape in _shapes(w)}
        self._packed = {shape: w for w in self.words for shape in _in_base64(w)}
        self.longest = max(map(len, [*self._shapes, *self._packed]))

    def within(self, data: bytes) -> set[str]:
        """Which of the words stand in `data`."""
        folded = data.lower()
        found = {word for shape, word in self._shapes.items() if shape in folded}
        return found | {word for shape, word in self._packed.items() if shape in data}


def search_files(markers: Markers, *roots: Path) -> dict[str, set[str]]:
    """The files at and below `roots` that hold a marker, and which."""
    return _only_found(
        (str(path), markers.within(block))
        for root in roots
        for path in ([root] if root.is_file() else sorted(root.rglob("*")))
        if path.is_file()
        for block in _blocks(path, markers.longest)
    )


def search_rows(markers: Markers) -> dict[str, set[str]]:
    """The tables of the database with a row that holds a marker, and which."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    found = _only_found(
        (table, markers.within(value)) for table in tables for value in _values(table)
    )
    unpacked = (
        ("sessions, unpacked", markers.within(json.dumps(row.get_decoded()).encode()))
        for row in Session.objects.all()
    )
    return found | _only_found(unpacked)


def _shapes(word: str) -> set[bytes]:
    said = {word, word.casefold(), word.upper()}
    as_written = {text.encode() for text in said}
    escaped = {json.dumps(text)[1:-1].encode() for text in said}
    in_addresses = {quote(text).encode() for text in said}
    in_mails = {quopri.encodestring(text.encode()) for text in said}
    wide = {text.encode("utf-16-le") for text in said}
    every = as_written | escaped | in_addresses | in_mails | wide
    return {shape.lower() for shape in every}


def _in_base64(word: str) -> Iterator[bytes]:
    # Three places in which it may begin; the signs shared with neighbours are cut off.
    data = word.encode()
    for before in range(3):
        packed = base64.b64encode(b"\0" * before + data)
        begin = -(-before * 8 // 6)
        whole = (before + len(data)) * 8 // 6
        yield packed[begin:whole]


def _blocks(path: Path, overlap: int) -> Iterator[bytes]:
    if path.suffix == FileBasedCache.cache_suffix:
        yield _unpacked(path.read_bytes())
    with path.open("rb") as file:
        before = b""
        while block := file.read(_READ_AT_ONCE):
            yield before + block
            before = block[-overlap:]


def _unpacked(cached: bytes) -> bytes:
    # A pickled time of expiry, then the pickled value, packed.
    for begin in range(len(cached)):
        if cached[begin : begin + 1] == b"x":
            try:
                return zlib.decompress(cached[begin:])
            except zlib.error:
                continue
    return b""


def _values(table: str) -> Iterator[bytes]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  (quoted)
        for row in cursor:
            for value in row:
                if isinstance(value, str | bytes | dict | list | memoryview):
                    yield _as_bytes(value)


def _as_bytes(value: Any) -> bytes:
    if isinstance(value, bytes | memoryview):
        return bytes(value)
    return (value if isinstance(value, str) else json.dumps(value)).encode()


def _only_found(places: Iterable[tuple[str, set[str]]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for place, words in places:
        if words:
            found.setdefault(place, set()).update(words)
    return found
