"""Personal data: encrypted fields, blind indexes, the log of reads, people's rights."""

from cms.privacy.checks import require_keys
from cms.privacy.declared import declared
from cms.privacy.fields import (
    BlindIndexField,
    EncryptedJSONField,
    EncryptedTextField,
)
from cms.privacy.keyring import BadKeys
from cms.privacy.looking import by_accounts, by_all_words, opened
from cms.privacy.models import EncryptedModel, encrypted_fields
from cms.privacy.person import Person
from cms.privacy.personal import Care, Kept, Line, NotCorrectable, PersonalData, acts
from cms.privacy.reads import log_archive, log_list, log_read, log_reads
from cms.privacy.rights import Found, MayNotBeErased, Search, correct, find_about
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
    "Care",
    "EncryptedJSONField",
    "EncryptedModel",
    "EncryptedTextField",
    "Found",
    "Kept",
    "Line",
    "MayNotBeErased",
    "NotCorrectable",
    "Person",
    "PersonalData",
    "Place",
    "Sealed",
    "SealedWriter",
    "Search",
    "acts",
    "blind_index",
    "by_accounts",
    "by_all_words",
    "correct",
    "declared",
    "encrypted_fields",
    "find_about",
    "is_outdated",
    "log_archive",
    "log_list",
    "log_read",
    "log_reads",
    "open_stream",
    "opened",
    "read_token",
    "register_rotation",
    "require_keys",
    "seal",
    "seal_key_anew",
    "unseal",
]
