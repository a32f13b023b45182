"""Which addresses are a council's own: by its domain, whole and exact."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from sites.models import Authority


def is_of_council(authority: Authority, email: str) -> bool:
    """Whether an address is of this council, or of a name below the council's own.

    Compared by whole labels: "devon.gov.uk.evil.example" and "notdevon.gov.uk" are not
    Devon's. The domains are those of the register of councils' websites.
    """
    domain = email.rpartition("@")[2].casefold().rstrip(".")
    own = _domains().get(authority.gss_code, ())
    return any(domain == name or domain.endswith(f".{name}") for name in own)


@cache
def _domains() -> Mapping[str, tuple[str, ...]]:
    """Domains by GSS code, in English and in Welsh where they differ."""
    text = (files("sites") / "data" / "local_authorities.csv").read_text("utf-8")
    return {
        row["gss_code"]: tuple(
            name.casefold().removeprefix("www.")
            for name in (row["website_domain"], row["website_domain_cy"])
            if name
        )
        for row in csv.DictReader(text.splitlines())
    }
