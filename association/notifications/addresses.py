"""Addresses of pages as messages carry them: stored as the Chinese path, read in any language."""

from urllib.parse import urlsplit

from django.conf import settings


def in_language(path: str, language: str) -> str:
    """The path for a reader of `language` (`zh` or `en`): English pages lie under /en."""
    return f"/en{path}" if path and language == "en" else path


def absolute(path: str) -> str:
    """The path as one writes it in a mail."""
    return f"{settings.SITE_URL}{path}"


def mail_domain() -> str:
    """The host name that our Message-IDs end with."""
    return urlsplit(settings.SITE_URL).hostname or "localhost"
