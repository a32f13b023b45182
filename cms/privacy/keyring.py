"""Read the keys of personal data from the settings; refuse malformed ones loudly."""

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

KEY_BYTES = 32
_KEY_ID = re.compile(r"[A-Za-z0-9_-]{1,32}")


class BadKeys(ImproperlyConfigured):
    """DATA_KEYS or INDEX_KEY is missing or malformed; never carries a key."""


@dataclass(frozen=True)
class Keyring:
    """The data keys by id; new values are sealed with the active one."""

    active_id: str
    ciphers: Mapping[str, AESGCM] = field(repr=False)


def keyring() -> Keyring:
    """The keys of DATA_KEYS, "id:base64,id2:base64"; the first is the active one."""
    return _parse(settings.DATA_KEYS)


def index_key() -> bytes:
    """The key of blind indexes; apart from the data keys, which rotate oftener."""
    if not settings.INDEX_KEY:
        raise BadKeys("INDEX_KEY is not set: 32 random bytes in base64.")
    return _decode("INDEX_KEY", settings.INDEX_KEY)


@lru_cache(maxsize=4)
def _parse(text: str) -> Keyring:
    if not text:
        raise BadKeys('DATA_KEYS is not set: "id:base64 of 32 random bytes".')
    ciphers: dict[str, AESGCM] = {}
    for number, part in enumerate(text.split(","), start=1):
        key_id, _colon, key = part.strip().partition(":")
        if not _KEY_ID.fullmatch(key_id):
            raise BadKeys(f"DATA_KEYS: key {number} does not begin with an id and “:”.")
        if key_id in ciphers:
            raise BadKeys(f"DATA_KEYS: the id {key_id} is given twice.")
        ciphers[key_id] = AESGCM(_decode(f"DATA_KEYS: key {key_id}", key))
    return Keyring(active_id=next(iter(ciphers)), ciphers=ciphers)


def _decode(name: str, text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise BadKeys(f"{name} is not base64.") from None
    if len(key) != KEY_BYTES:
        raise BadKeys(f"{name} has {len(key)} bytes instead of {KEY_BYTES}.")
    return key
