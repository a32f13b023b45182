"""Personal data at rest: encrypted fields, blind indexes, the log of reads."""

from cms.privacy.checks import require_keys
from cms.privacy.fields import (
    BlindIndexField,
    EncryptedJSONField,
    EncryptedTextField,
)
from cms.privacy.keyring import BadKeys
from cms.privacy.models import EncryptedModel, encrypted_fields
from cms.privacy.reads import log_read
from cms.privacy.sealing import CannotDecrypt, Sealed, blind_index

__all__ = [
    "BadKeys",
    "BlindIndexField",
    "CannotDecrypt",
    "EncryptedJSONField",
    "EncryptedModel",
    "EncryptedTextField",
    "Sealed",
    "blind_index",
    "encrypted_fields",
    "log_read",
    "require_keys",
]
