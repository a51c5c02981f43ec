"""The sample accounts have a published password: they are people in the demo and the tests only."""

from typing import Any

from django.conf import settings

SAMPLE_DOMAIN = "demo.example"


def is_sample(email: str) -> bool:
    """Whether the address is one of the demo's; nobody can have it in earnest (RFC 2606)."""
    return email.strip().lower().endswith(f"@{SAMPLE_DOMAIN}")


def is_shut_out(email: Any) -> bool:
    """Whether the address must not be let in here: a sample one outside the demo."""
    return is_sample(str(email)) and not (settings.HELIU_DEMO or settings.HELIU_TEST)
