"""Seal a text so that it opens only in its own model, field and row."""

import base64
import binascii
import hashlib
import hmac
import os
import unicodedata
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from django.views.decorators.debug import sensitive_variables

from cms.privacy.keyring import index_key, keyring

VERSION = "v1"
_NONCE_BYTES = 12


class CannotDecrypt(Exception):
    """A stored value does not open here: wrong key, wrong place or tampered with."""


class Sealed(str):
    """A sealed value as it stands in the database; never mistaken for plain text."""

    __slots__ = ()

    @property
    def key_id(self) -> str:
        """The id of the key that sealed it."""
        return self.split(":", 2)[1] if self.count(":") == 2 else ""


def prefix(key_id: str) -> str:
    """How everything begins that the key of this id has sealed."""
    return f"{VERSION}:{key_id}:"


@dataclass(frozen=True)
class Place:
    """Where a value belongs; sealed with it, so that it opens nowhere else."""

    model: str
    field: str
    row: UUID

    def __str__(self) -> str:
        return f"{self.model}.{self.field}"

    def bound_to(self, key_id: str) -> bytes:
        """What the value is authenticated with, beside itself."""
        return f"{VERSION}|{key_id}|{self.model}|{self.field}|{self.row}".encode()


@sensitive_variables()
def seal(plain: str, place: Place) -> Sealed:
    """Encrypt `plain` for `place` with the active key."""
    keys = keyring()
    nonce = os.urandom(_NONCE_BYTES)
    text = plain.encode("utf-8", "surrogatepass")
    bound = place.bound_to(keys.active_id)
    sealed = nonce + keys.ciphers[keys.active_id].encrypt(nonce, text, bound)
    encoded = base64.b64encode(sealed).decode("ascii")
    return Sealed(prefix(keys.active_id) + encoded)


@sensitive_variables()
def unseal(token: str, place: Place) -> str:
    """Decrypt `token` at `place`; CannotDecrypt, never the token itself, on failure."""
    parts = token.split(":")
    if len(parts) != 3 or parts[0] != VERSION:
        raise CannotDecrypt(f"{place} does not hold a sealed value.")
    cipher = keyring().ciphers.get(parts[1])
    if cipher is None:
        raise CannotDecrypt(f"{place} is sealed with a key that DATA_KEYS lacks.")
    raw = _canonical_bytes(parts[2])
    if raw is None:
        raise CannotDecrypt(f"{place} is damaged.")
    try:
        plain = cipher.decrypt(
            raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], place.bound_to(parts[1])
        )
    except (InvalidTag, ValueError):
        raise CannotDecrypt(f"{place} does not open with its key.") from None
    return plain.decode("utf-8", "surrogatepass")


def _canonical_bytes(encoded: str) -> bytes | None:
    # Base64 has spare bits at its end: two spellings of one value would both open.
    try:
        raw = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw if base64.b64encode(raw).decode("ascii") == encoded else None


@sensitive_variables()
def blind_index(value: str) -> str:
    """A keyed hash by which equal e-mails or postcodes are found; "" for nothing.

    Case, width of characters and spaces do not matter.
    """
    folded = unicodedata.normalize("NFKC", value).casefold()
    normal = "".join(folded.split())
    if not normal:
        return ""
    text = normal.encode("utf-8", "surrogatepass")
    return hmac.new(index_key(), text, hashlib.sha256).hexdigest()
