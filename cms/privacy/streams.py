"""Seal a file, a chunk at a time, so that it opens only whole and in its own place.

A file begins with a key of its own, sealed with the active data key for its model,
field and row. Each chunk is sealed with that key, its number and whether it is the last
one: a file that was cut off, put in another order or mixed with another does not open.
"""

import base64
import binascii
import shutil
from collections.abc import Iterable, Iterator
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.views.decorators.debug import sensitive_variables

from cms.privacy.sealing import CannotDecrypt, Place, Sealed, seal, unseal

MAGIC = b"ivfile1\n"
CHUNK = 64 * 1024
_TAG = 16
_KEY_BITS = 256
_LONGEST_HEADER = 512


class SealedWriter:
    """A file to write to: what is written goes to `target`, sealed for `place`.

    Only `close` makes the file whole; it leaves `target` open. One that was not closed
    does not open, like any other that is cut off.
    """

    @sensitive_variables()
    def __init__(self, target: IO[bytes], place: Place) -> None:
        key = AESGCM.generate_key(_KEY_BITS)
        _write_head(target, seal(base64.b64encode(key).decode("ascii"), place))
        self._target = target
        self._cipher = AESGCM(key)
        self._number = 0
        self._kept = bytearray()

    def write(self, data: bytes) -> int:
        """Take the next bytes; how many."""
        self._kept += data
        while len(self._kept) > CHUNK:
            self._seal_chunk(bytes(self._kept[:CHUNK]), last=False)
            del self._kept[:CHUNK]
        return len(data)

    def close(self) -> None:
        """Seal what is left as the end. An empty file has one chunk that says so."""
        self._seal_chunk(bytes(self._kept), last=True)
        self._kept.clear()

    def _seal_chunk(self, chunk: bytes, *, last: bool) -> None:
        nonce = _nonce(self._number, last=last)
        self._target.write(self._cipher.encrypt(nonce, chunk, None))
        self._number += 1


@sensitive_variables()
def open_stream(source: IO[bytes], place: Place) -> Iterator[bytes]:
    """The plain chunks of a sealed file; CannotDecrypt where one does not open.

    Whoever hands chunks on before the end hands on a part of a file that may turn out
    to be cut off: each chunk is genuine, the whole is so only when no error was raised.
    """
    cipher = AESGCM(_file_key(read_token(source, place), place))
    sealed = iter(lambda: source.read(CHUNK + _TAG), b"")
    ended = False
    for number, (chunk, last) in enumerate(_with_last(sealed)):
        try:
            yield cipher.decrypt(_nonce(number, last=last), chunk, None)
        except (InvalidTag, ValueError):
            raise CannotDecrypt(f"{place}: the file is damaged or cut off.") from None
        ended = last
    if not ended:
        raise CannotDecrypt(f"{place}: the file is cut off.")


@sensitive_variables()
def seal_key_anew(source: IO[bytes], target: IO[bytes], place: Place) -> None:
    """Copy a sealed file, its own key sealed with the active data key.

    The chunks stay as they are: they are neither opened nor looked at.
    """
    token = read_token(source, place)
    _write_head(target, seal(unseal(token, place), place))
    shutil.copyfileobj(source, target)


def read_token(source: IO[bytes], place: Place) -> Sealed:
    """The sealed key with which a file begins; its `key_id` is the data key's."""
    if source.read(len(MAGIC)) != MAGIC:
        raise CannotDecrypt(f"{place} is not a sealed file.")
    token = source.readline(_LONGEST_HEADER)
    if not token.endswith(b"\n") or not token.isascii():
        raise CannotDecrypt(f"{place}: the file is damaged.")
    return Sealed(token[:-1].decode("ascii"))


def _write_head(target: IO[bytes], token: Sealed) -> None:
    target.write(MAGIC + token.encode("ascii") + b"\n")


@sensitive_variables()
def _file_key(token: Sealed, place: Place) -> bytes:
    try:
        return base64.b64decode(unseal(token, place), validate=True)
    except (binascii.Error, ValueError):
        raise CannotDecrypt(f"{place}: the file's key is damaged.") from None


def _nonce(number: int, *, last: bool) -> bytes:
    # Each file has its own key: a number is used once with it.
    return number.to_bytes(11, "big") + (b"\1" if last else b"\0")


def _with_last(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    before: bytes | None = None
    for chunk in chunks:
        if before is not None:
            yield before, False
        before = chunk
    if before is not None:
        yield before, True
