"""The text of a mail: one layout for messages and letters, as plain text and as HTML."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import timezone, translation

from association.lib.bilingual import current
from association.lib.text import clean_line
from association.notifications.addresses import absolute, in_language
from association.notifications.categories import LETTER, category
from association.notifications.delivery import Delivery
from association.notifications.letters import Letter
from association.notifications.message import Message


def compose(delivery: Delivery) -> EmailMultiAlternatives:
    """The mail of a delivery, in the language of its reader.

    The Message-ID is that of the delivery, whoever sends it and however often, so that a mail
    program recognises a duplicate.
    """
    thing = delivery.thing
    with translation.override(_language(thing)):
        parts = _of_letter(thing) if isinstance(thing, Letter) else _of_message(thing)
        parts |= {
            "site": settings.ASSOCIATION[f"name_{current()}"],
            "home": absolute(in_language("/", current())),
            "lang": "en" if current() == "en" else "zh-Hans",
        }
        text = render_to_string("notifications/mail.txt", parts)
        html = render_to_string("notifications/mail.html", parts)
    mail = EmailMultiAlternatives(
        subject=clean_line(parts["title"]),
        body=text,
        to=[parts["to"]],
        headers={"Message-ID": delivery.mail_id, "Auto-Submitted": "auto-generated"},
    )
    mail.attach_alternative(html, "text/html")
    return mail


def _language(thing: Message | Letter) -> str:
    return thing.language if isinstance(thing, Letter) else thing.user.language


def _of_message(message: Message) -> dict[str, Any]:
    return {
        "to": message.user.email,
        "title": str(message.title),
        "body": str(message.body),
        "link": absolute(message.link) if message.url else "",
        "reason": category(message.category).reason,
        "at": timezone.localtime(message.created_at),
    }


def _of_letter(letter: Letter) -> dict[str, Any]:
    return {
        "to": letter.to_email,
        "title": letter.subject,
        "body": letter.body,
        "link": "",
        "reason": LETTER.reason,
        "at": timezone.localtime(letter.created_at),
    }
