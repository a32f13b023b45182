"""Where an archive is written: a folder to read, or one sealed file.

Both remember the SHA-256 of each file that was added, for the manifest.
"""

import hashlib
import os
import shutil
import tarfile
from pathlib import Path
from typing import IO, Any, Protocol


class Target(Protocol):
    """Takes the files of an archive, one after the other."""

    digests: dict[str, str]

    def add(self, name: str, file: IO[bytes], size: int) -> None:
        """Keep the `size` bytes of a file under `name`, a path with slashes."""


class FolderTarget:
    """A folder that only its maker reads."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700)
        self.folder = folder
        self.digests: dict[str, str] = {}

    def add(self, name: str, file: IO[bytes], size: int) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with private_file(path) as target:
            read = HashedFile(file)
            shutil.copyfileobj(read, target)
        self.digests[name] = read.digest


class TarTarget:
    """A tar that is written in one go, to wherever its bytes are sealed."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self.tar = tar
        self.digests: dict[str, str] = {}

    def add(self, name: str, file: IO[bytes], size: int) -> None:
        member = tarfile.TarInfo(name)
        member.size, member.mode = size, 0o600
        read = HashedFile(file)
        self.tar.addfile(member, read)
        self.digests[name] = read.digest


class HashedFile:
    """A file whose SHA-256 is known when it was read to its end."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._sha = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self._sha.update(data)
        return data

    @property
    def digest(self) -> str:
        return self._sha.hexdigest()


def private_file(path: Path) -> Any:
    """A new file to write bytes to that only its maker reads; never over another."""
    return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb")
