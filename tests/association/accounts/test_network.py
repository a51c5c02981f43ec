"""Which address counts (AN-04)."""

import pytest
from django.test import RequestFactory

from association.accounts.network import client_address, client_network


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "203.0.113.9", "198.51.100.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "6.6.6.6, 203.0.113.9", "203.0.113.9"),
        (2, "6.6.6.6, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (2, "203.0.113.9", "198.51.100.1"),
        (1, "", "198.51.100.1"),
        (1, "no-address", "198.51.100.1"),
        (1, "::ffff:203.0.113.9", "203.0.113.9"),
    ],
)
def test_an04_only_what_our_proxies_wrote_counts(settings, proxies, forwarded, address):
    settings.TRUSTED_PROXY_COUNT = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="198.51.100.1", HTTP_X_FORWARDED_FOR=forwarded)

    assert client_address(request) == address


def test_an03_a_slash_64_is_one_network(rf):
    near = [rf.get("/", REMOTE_ADDR=f"2001:db8:1:2::{n}") for n in (1, 99)]
    far = rf.get("/", REMOTE_ADDR="2001:db8:1:3::1")

    assert len({client_network(request) for request in near}) == 1
    assert client_network(far) not in {client_network(request) for request in near}


def test_no_request_and_no_address_are_no_network(rf):
    assert client_network(None) == ""
    assert client_network(rf.get("/", REMOTE_ADDR="")) == ""
