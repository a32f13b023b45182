"""How much of others' websites we put up with."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What asking once may cost, and where it may lead."""

    seconds: float = 20.0
    """For all of it: the name, every redirect, and the last byte."""
    most_bytes: int = 2_000_000
    """Of what it is when unpacked."""
    redirects: int = 5
    ports: frozenset[int] = frozenset({80, 443, 8080, 8443})
    also: frozenset[str] = frozenset()
    """Addresses with their port that are asked although they are not public, for
    instance of a test: `127.0.0.1:8123`."""
