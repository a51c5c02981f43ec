"""Letters about an account, rendered in the reader's language and left in the outbox."""

import uuid
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import translate_url
from django.utils import timezone, translation
from django.utils.module_loading import import_string

# Whoever knows an address can make these leave; the two of a pair look alike from outside.
MAILS_ANYBODY_ASKS_FOR = {
    "account/email/password_reset_key": "reset",
    "account/email/unknown_account": "reset",
    "account/email/email_confirmation": "confirm",
    "account/email/email_confirmation_signup": "confirm",
    "account/email/account_already_exists": "confirm",
}


def write_letter(template: str, email: str, context: dict[str, Any], *, urgent: bool) -> None:
    """Render `<template>.txt`, whose first line is the subject, and hand it to the outbox.

    The language is that of the account, else that of the page. Links lead to SITE_URL, whatever
    Host the request named. The outbox is a setting because messages lie above accounts.
    """
    user = context.get("user")
    language = getattr(user, "language", None) or translation.get_language() or "zh-hans"
    words = {**context, **_links(context, language), "email": email, "site_url": settings.SITE_URL}
    zone = getattr(user, "time_zone", None) or settings.TIME_ZONE
    with translation.override(language), timezone.override(zone):
        tongue = "en" if language.startswith("en") else "zh"
        words["association"] = settings.ASSOCIATION[f"name_{tongue}"]
        subject, _newline, body = render_to_string(f"{template}.txt", words).strip().partition("\n")
    send = import_string(settings.HELIU_SEND_LETTER)
    key = f"{template}/{uuid.uuid4()}"
    send(email, language, subject.strip(), body.strip(), key, urgent=urgent)


def _links(context: dict[str, Any], language: str) -> dict[str, str]:
    """The links of the letter, at our own address and in the language of the letter."""
    links = {name: url for name, url in context.items() if name.endswith("_url") and url}
    return {name: translate_url(_at_home(url), language) for name, url in links.items()}


def _at_home(url: str) -> str:
    parts = urlsplit(url)
    return f"{settings.SITE_URL}{parts.path}" + (f"?{parts.query}" if parts.query else "")
