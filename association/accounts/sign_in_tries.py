"""How often a password may be tried: by account and network, by known device, by network alone.

A stranger fills the allowance of the account as seen from their own network; a device on which
the person signed in before has an allowance of its own, so nobody else can lock it out.
"""

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from association.accounts import limits
from association.accounts.network import client_network

COOKIE = "heliu_device"
SALT = "accounts.device"
COOKIE_SECONDS = 180 * limits.DAY
MOST_PEOPLE = 5


@dataclass(frozen=True)
class SignInTry:
    """One allowed password check; `own` counts for the person, `shared` for the network."""

    own: limits.Reservation
    shared: limits.Reservation | None = None

    @classmethod
    def reserve(cls, request: HttpRequest | None, email: str) -> "SignInTry | None":
        """Reserve a password check for `email`, whether anybody has it or not; None if locked."""
        device = known_device(request, email)
        if device:
            own = limits.PASSWORD_BY_DEVICE.reserve(email, device)
            return cls(own) if own else None
        network = client_network(request)
        own = limits.PASSWORD_BY_ACCOUNT.reserve(email, network)
        if own is None:
            return None
        shared = limits.PASSWORD_BY_NETWORK.reserve(network)
        if shared is None:
            own.give_back()
            return None
        return cls(own, shared)

    def forgive(self) -> None:
        """The password was right."""
        self.own.clear()
        if self.shared:
            self.shared.give_back()


def known_device(request: HttpRequest | None, email: str) -> str:
    """The name of this device if `email` has signed in on it before, else ""."""
    device, people = _read(request)
    return device if _digest(email) in people else ""


def remember_device(request: HttpRequest, response: HttpResponse, email: str) -> None:
    """Note on the device, signed, that this person has signed in here."""
    device, people = _read(request)
    person = _digest(email)
    people = [person, *(other for other in people if other != person)][:MOST_PEOPLE]
    response.set_cookie(
        COOKIE,
        signing.dumps([device or secrets.token_urlsafe(12), people], salt=SALT),
        max_age=COOKIE_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _read(request: HttpRequest | None) -> tuple[str, list[str]]:
    """Name of the device and the people known on it; nothing when the cookie is not ours."""
    try:
        cookie = request.COOKIES.get(COOKIE, "") if request else ""
        device, people = signing.loads(cookie, salt=SALT, max_age=COOKIE_SECONDS)
    except signing.BadSignature:
        return "", []
    return device, people


def _digest(email: str) -> str:
    return salted_hmac(SALT, email.strip().casefold()).hexdigest()[:20]
