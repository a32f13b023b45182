"""Personal data at rest: encrypted fields, blind indexes, the log of reads."""

from cms.privacy.checks import require_keys
from cms.privacy.fields import (
    BlindIndexField,
    EncryptedJSONField,
    EncryptedTextField,
)
from cms.privacy.keyring import BadKeys
from cms.privacy.models import EncryptedModel, encrypted_fields
from cms.privacy.reads import log_archive, log_list, log_read, log_reads
from cms.privacy.rotation import is_outdated, register_rotation
from cms.privacy.sealing import (
    CannotDecrypt,
    Place,
    Sealed,
    blind_index,
    seal,
    unseal,
)
from cms.privacy.streams import SealedWriter, open_stream, read_token, seal_key_anew

__all__ = [
    "BadKeys",
    "BlindIndexField",
    "CannotDecrypt",
    "EncryptedJSONField",
    "EncryptedModel",
    "EncryptedTextField",
    "Place",
    "Sealed",
    "SealedWriter",
    "blind_index",
    "encrypted_fields",
    "is_outdated",
    "log_archive",
    "log_list",
    "log_read",
    "log_reads",
    "open_stream",
    "read_token",
    "register_rotation",
    "require_keys",
    "seal",
    "seal_key_anew",
    "unseal",
]
