"""Refuse to start without the keys of personal data."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, register

from cms.privacy.keyring import BadKeys, index_key, keyring

FEWEST_MONTHS = 7
"""Of the log of reads; its rows cannot be deleted in their first half year."""


def require_keys() -> None:
    """Raise BadKeys, with a sentence for the operator, unless the keys are usable.

    For servers, which start without running the system checks.
    """
    keyring()
    index_key()


@register
def keys_are_usable(**_kwargs: Any) -> list[Error]:
    """The data keys and the index key are there and well formed."""
    found = []
    for number, read in ((1, keyring), (2, index_key)):
        try:
            read()
        except BadKeys as error:
            found.append(
                Error(
                    str(error),
                    hint="See docs/operations/mail-and-keys.md.",
                    id=f"cms.privacy.E00{number}",
                )
            )
    return found


@register
def reads_are_kept_long_enough(**_kwargs: Any) -> list[Error]:
    """Nobody sets the log of reads to forget what has only just happened."""
    if settings.READ_LOG_MONTHS >= FEWEST_MONTHS:
        return []
    words = f"READ_LOG_MONTHS is {settings.READ_LOG_MONTHS}."
    return [Error(words, hint=f"Set {FEWEST_MONTHS} or more.", id="cms.privacy.E003")]
