"""Secrets of authenticator apps and recovery codes, sealed with the data keys."""

from collections import Counter
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from cms.privacy import (
    CannotDecrypt,
    Place,
    Sealed,
    is_outdated,
    register_rotation,
    seal,
    unseal,
)

# allauth asks for a secret to be sealed before it has a row: one place for all of them.
PLACE = Place(model="mfa.authenticator", field="data", row=UUID(int=0))
SECRETS = ("secret", "seed")


@sensitive_variables()
def seal_secret(text: str) -> str:
    """`text` as it stands in the database."""
    return str(seal(text, PLACE))


@sensitive_variables()
def open_secret(sealed: str) -> str:
    """The secret that `sealed` holds; CannotDecrypt where it does not open."""
    return unseal(sealed, PLACE)


def count_by_key() -> Counter[str]:
    """How many rows each data key seals, by the key's id."""
    rows = Authenticator.objects.values_list("data", flat=True)
    return Counter(
        key_id
        for data in rows
        for key_id in {Sealed(data[name]).key_id for name in SECRETS if name in data}
    )


@register_rotation("mfa.Authenticator", count=count_by_key)
def seal_anew() -> int:
    """Seal with the active key what an older one sealed; how many rows that were."""
    keys = Authenticator.objects.order_by("pk").values_list("pk", flat=True)
    return sum(_seal_row_anew(key) for key in list(keys))


@transaction.atomic
def _seal_row_anew(key: int) -> bool:
    row = Authenticator.objects.select_for_update().filter(pk=key).first()
    try:
        fresh = _sealed_anew(row.data) if row else {}
    except CannotDecrypt as error:
        raise CannotDecrypt(f"mfa.Authenticator {key}: {error}") from None
    if row and fresh:
        row.data = {**row.data, **fresh}
        row.save(update_fields=["data"])
    return bool(fresh)


@sensitive_variables()
def _sealed_anew(data: dict[str, Any]) -> dict[str, Any]:
    return {
        name: seal_secret(open_secret(data[name]))
        for name in SECRETS
        if name in data and is_outdated(Sealed(data[name]))
    }
