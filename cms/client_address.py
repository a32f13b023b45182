"""Where a request comes from, as far as it can be believed."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest

_IPV6_PREFIX = 64


def address_of(request: HttpRequest) -> str:
    """The address a request came from; a proxy's word counts only where one is set.

    Of X-Forwarded-For only what our own proxies wrote counts, each of them one address
    from the end; whatever stands before that the visitor may have made up.
    """
    forwarded = request.headers.get("X-Forwarded-For", "")
    if forwarded and settings.SECURE_PROXY_SSL_HEADER:
        proxies = max(1, settings.TRUSTED_PROXIES)
        return forwarded.split(",")[-proxies:][0].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def network_of(request: HttpRequest) -> str | None:
    """The address that counts as one visitor; None where there is none.

    Whoever has one IPv6 address has all of its /64: they are counted as one.
    """
    return _cut(address_of(request), ipv4=32, ipv6=_IPV6_PREFIX)


def coarse_address(request: HttpRequest) -> str:
    """The address with its end cut off, for a record that people read: 192.0.2.0/24."""
    address = _cut(address_of(request), ipv4=24, ipv6=48)
    if address is None:
        return ""
    return f"{address}/48" if ":" in address else f"{address}/24"


def _cut(text: str, *, ipv4: int, ipv6: int) -> str | None:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    prefix = ipv4 if address.version == 4 else ipv6
    network = ipaddress.ip_network(f"{address}/{prefix}", strict=False)
    return str(network.network_address)
