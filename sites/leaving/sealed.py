"""An archive in one file, sealed with the data key: what lies on a disk meanwhile.

The file is a tar in the sealing of `cms.privacy.streams`, behind the sixteen bytes of
the place it was sealed for. It opens here alone; `open_archive` makes the folder that
is handed to the council.
"""

import io
import os
import tarfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from uuid import UUID, uuid4

from django.conf import settings

from cms.privacy import (
    CannotDecrypt,
    Place,
    Sealed,
    SealedWriter,
    is_outdated,
    open_stream,
    read_token,
    register_rotation,
    seal_key_anew,
)
from sites.leaving.targets import HashedFile, private_file

SUFFIX = ".archive"
UNFINISHED = ".part"
_PLACE_BYTES = 16


def archives_folder() -> Path:
    """Where archives are kept when nobody says another place."""
    return Path(settings.VAR_DIR) / "archives"


@contextmanager
def new_sealed_tar(path: Path) -> Iterator[tarfile.TarFile]:
    """A tar to fill, which becomes the sealed file `path` when it is whole."""
    with _instead_of(path) as file:
        row = uuid4()
        file.write(row.bytes)
        writer: Any = SealedWriter(file, _place(row))
        with tarfile.open(fileobj=writer, mode="w|") as tar:
            yield tar
        writer.close()


@contextmanager
def opened_tar(path: Path) -> Iterator[tarfile.TarFile]:
    """The tar of a sealed file, to read from its beginning to its end.

    Raises CannotDecrypt, at the latest on leaving, for a file that is not whole.
    """
    with path.open("rb") as file:
        plain: Any = _PlainFile(open_stream(file, _place(_row_of(file))))
        buffered = io.BufferedReader(plain)
        with tarfile.open(fileobj=buffered, mode="r|") as tar:
            yield tar
        while buffered.read(io.DEFAULT_BUFFER_SIZE):
            pass  # What was cut off behind the last file is noticed here.


def sealed_digests(path: Path, wanted: str) -> tuple[dict[str, str], bytes]:
    """The SHA-256 of each file in a sealed archive, and the bytes of the one wanted."""
    digests: dict[str, str] = {}
    kept = b""
    with opened_tar(path) as tar:
        for member in tar:
            file = HashedFile(tar.extractfile(member) or io.BytesIO())
            while block := file.read(io.DEFAULT_BUFFER_SIZE):
                kept += block if member.name == wanted else b""
            digests[member.name] = file.digest
    return digests, kept


def open_archive(path: Path, to: Path) -> Path:
    """Write a sealed archive out as a folder below `to`; the folder.

    Raises CannotDecrypt or FileExistsError. What it could not open whole is not left.
    """
    folder = to / path.name.removesuffix(SUFFIX)
    to.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700)
    unfinished = Path(f"{folder}{UNFINISHED}")
    folder.rename(unfinished)
    with opened_tar(path) as tar:
        for member in tar:
            tar.extract(member, unfinished, filter="data")
    return unfinished.rename(folder)


@register_rotation("Archives of services", count=lambda: dict(_count_by_key()))
def seal_archives_anew() -> int:
    """Seal the keys of the archives in their own folder with the active data key."""
    outdated = [path for path in _kept() if is_outdated(_token(path))]
    failed = [str(error) for path in outdated if (error := _seal_anew(path))]
    if failed:
        raise CannotDecrypt(" ".join(failed))
    return len(outdated)


def _seal_anew(path: Path) -> CannotDecrypt | None:
    try:
        with path.open("rb") as source, _instead_of(path) as target:
            row = _row_of(source)
            target.write(row.bytes)
            seal_key_anew(source, target, _place(row))
    except CannotDecrypt as error:
        return CannotDecrypt(f"{path.name}: {error}")
    return None


def _count_by_key() -> Counter[str]:
    return Counter(_token(path).key_id for path in _kept())


def _kept() -> list[Path]:
    return sorted(archives_folder().glob(f"*{SUFFIX}"))


def _token(path: Path) -> Sealed:
    try:
        with path.open("rb") as file:
            return read_token(file, _place(_row_of(file)))
    except CannotDecrypt:
        return Sealed("")  # Of no key: the report shows it as not sealed.


def _place(row: UUID) -> Place:
    return Place(model="sites.archive", field="file", row=row)


def _row_of(file: IO[bytes]) -> UUID:
    head = file.read(_PLACE_BYTES)
    if len(head) < _PLACE_BYTES:
        raise CannotDecrypt("The archive is cut off.")
    return UUID(bytes=head)


@contextmanager
def _instead_of(path: Path) -> Iterator[IO[bytes]]:
    """A file beside `path` that takes its place when all of it is on the disk."""
    beside = path.with_name(f"{path.name}{UNFINISHED}")
    beside.unlink(missing_ok=True)
    try:
        with private_file(beside) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


class _PlainFile(io.RawIOBase):
    """Chunks as a file to read."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, target: Any) -> int:
        while not self._left:
            self._left = next(self._chunks, b"")
            if not self._left:
                return 0
        size = min(len(target), len(self._left))
        target[:size], self._left = self._left[:size], self._left[size:]
        return size
