"""What the form for professionals lets its service choose, with the form's terms."""

from typing import Any

from sites.models import FormTerms, Service

KIND = "referrals"


def own_choice(service: Service, key: str, otherwise: Any) -> Any:
    """What the service has chosen under `key`."""
    return service.terms_of(KIND).own.get(key, otherwise)


def set_own_choice(service: Service, key: str, chosen: Any) -> None:
    """Write it into the service's row; save afterwards."""
    now = service.terms_of(KIND).written()
    now["own"] = {**now["own"], key: chosen}
    service.set_terms(KIND, FormTerms.read(now))
