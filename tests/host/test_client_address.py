"""Where a request comes from: what a visitor makes up changes nothing."""

import pytest

from cms.client_address import address_of, coarse_address, network_of

PROXY = ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.mark.parametrize(
    ("proxies", "forwarded", "found"),
    [
        (1, "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        (2, "203.0.113.9, 198.51.100.7, 10.0.0.1", "198.51.100.7"),
        (2, "10.0.0.1", "10.0.0.1"),
        (1, "", "192.0.2.1"),
    ],
)
def test_each_trusted_proxy_is_believed_once(rf, settings, proxies, forwarded, found):
    settings.SECURE_PROXY_SSL_HEADER, settings.TRUSTED_PROXIES = PROXY, proxies
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=forwarded)

    assert address_of(request) == found


def test_without_a_proxy_nothing_forwarded_counts(rf, settings):
    settings.SECURE_PROXY_SSL_HEADER = None
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR="203.0.113.9")

    assert address_of(request) == "192.0.2.1"


@pytest.mark.parametrize(
    ("address", "network", "coarse"),
    [
        ("192.0.2.77", "192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::", "2001:db8:1::/48"),
        ("::ffff:192.0.2.77", "192.0.2.77", "192.0.2.0/24"),
        ("no address", None, ""),
        ("", None, ""),
    ],
)
def test_addresses_are_cut_for_counting_and_for_reading(rf, address, network, coarse):
    request = rf.get("/", REMOTE_ADDR=address)

    assert (network_of(request), coarse_address(request)) == (network, coarse)
