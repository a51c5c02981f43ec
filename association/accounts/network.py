"""Where a request comes from, as far as our own proxies vouch for it."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest | None) -> str:
    """The address of the peer in front of our outermost proxy; "" when there is none.

    With TRUSTED_PROXY_COUNT = n the n-th entry from the right of X-Forwarded-For was written by
    our own outermost proxy; everything to its left is what the client claims. With 0 the header
    is ignored. A header shorter than n did not pass our proxies and is ignored as well.
    """
    if request is None:
        return ""
    peer = request.META.get("REMOTE_ADDR", "")
    count = settings.TRUSTED_PROXY_COUNT
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if count and len(forwarded) >= count:
        return _address(forwarded[-count]) or _address(peer)
    return _address(peer)


def client_network(request: HttpRequest | None) -> str:
    """What one subscriber has: a single IPv4 address, or an IPv6 /64."""
    address = client_address(request)
    if ":" not in address:
        return address
    return str(ipaddress.IPv6Network((address, 64), strict=False))


def _address(text: str) -> str:
    """The address in its one spelling, IPv4 inside IPv6 as IPv4; "" when it is none."""
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return ""
    mapped = getattr(address, "ipv4_mapped", None)
    return str(mapped or address)
