"""Which addresses may be asked: public ones of the web, as their names resolve now.

Asked again for every redirect, and the connection goes to the very address that was
looked at: a name that answers otherwise the next moment leads nowhere else.
"""

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from django.utils.encoding import iri_to_uri

from cms.outside.failures import AskFailed, Failure
from cms.outside.limits import Limits

PORTS = {"http": 80, "https": 443}
TRANSLATED = ip_network("64:ff9b::/96")
Address = IPv4Address | IPv6Address


@dataclass(frozen=True)
class Place:
    """Where to connect and what to ask for there."""

    is_secret: bool
    host: str
    port: int
    target: str
    addresses: tuple[str, ...]


def place_of(url: str, limits: Limits) -> Place:
    """Look the address up; AskFailed where it is not to be asked."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode()
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError:
        raise AskFailed(Failure.NOT_WEB) from None
    if parts.scheme not in PORTS or not host or parts.username or parts.password:
        raise AskFailed(Failure.NOT_WEB)
    addresses = _looked_up(host, port)
    for one in addresses:
        if f"{one}:{port}" in limits.also:
            continue
        if port not in limits.ports or not is_public(one):
            raise AskFailed(Failure.NOT_WEB)
    query = f"?{parts.query}" if parts.query else ""
    target = iri_to_uri(f"{parts.path or '/'}{query}")
    return Place(parts.scheme == "https", host, port, target, addresses)


def is_public(text: str) -> bool:
    """Whether the address is one of the open internet, however it is written."""
    return all(
        one.is_global
        and not (one.is_private or one.is_loopback or one.is_link_local)
        and not (one.is_multicast or one.is_reserved or one.is_unspecified)
        for one in _meant(ip_address(text.partition("%")[0]))
    )


def _meant(address: Address) -> list[Address]:
    """The address, and those of the older internet to which it really leads."""
    if isinstance(address, IPv4Address):
        return [address]
    if address in TRANSLATED:
        return [IPv4Address(int(address) & 0xFFFFFFFF)]
    within = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    return [address, *(one for one in within if one)]


def _looked_up(host: str, port: int) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise AskFailed(Failure.NO_NAME) from None
    return tuple(dict.fromkeys(str(one[4][0]) for one in found))
