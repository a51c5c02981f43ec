"""Send what is due: claim under a lease, send one mail, mark it, take the next."""

import logging
import random
import smtplib
import time
from contextlib import suppress
from datetime import timedelta
from typing import Any

from django.core.mail import get_connection
from django.utils.translation import gettext_noop

from association.notifications.delivery import Delivery
from association.notifications.mail import compose

logger = logging.getLogger("heliu.notifications")
BATCH = 20
PAUSE = (20, 60)  # seconds until a server that cannot be reached is tried again
# Answers to one mail; any other OSError (a timeout, a closed line) speaks of the server itself.
ANSWERS = (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused)


class ServerTrouble(Exception):
    """The mail server cannot be reached or has stopped answering."""


def send_due(until: float | None = None, lane: int | None = None) -> int:
    """Send what is due, until nothing is left or time.monotonic() reaches `until`.

    Returns how many mails have left. Stops early when the mail server is in trouble: what was
    claimed is handed back and the next sweep finds it.
    """
    rows = Delivery.objects.all() if lane is None else Delivery.objects.filter(lane=lane)
    sent = 0
    while until is None or time.monotonic() < until:
        batch = rows.claim(BATCH)
        if not batch:
            break
        left, trouble = _send_batch(batch)
        sent += left
        if trouble:
            logger.warning("mail server in trouble, mails wait: %s", trouble)
            break
    return sent


def _send_batch(batch: list[Delivery]) -> tuple[int, str]:
    """Send through one connection; returns how many left, and what is wrong with the server."""
    sent = 0
    connection = get_connection()
    try:
        _open(connection)
        while batch:
            sent += _send_one(batch.pop(0), connection)
    except ServerTrouble as trouble:
        pause = timedelta(seconds=random.uniform(*PAUSE))  # noqa: S311 no secret
        for delivery in batch:
            delivery.hand_back(pause, str(trouble))
        return sent, str(trouble)
    finally:
        _close(connection)
    return sent, ""


def _is_wanted(delivery: Delivery) -> bool:
    """Whether the reader may still get it; otherwise it is dropped and nothing of it leaves."""
    message = delivery.message
    if message is None:
        return True
    if not message.user.is_active:
        delivery.drop(gettext_noop("the account is closed"))
    elif not message.is_visible:
        delivery.drop(gettext_noop("no longer visible"))
    else:
        return True
    return False


def _send_one(delivery: Delivery, connection: Any) -> bool:
    """Attempt one mail; True when it has left. Raises ServerTrouble when no other would leave."""
    # Counted first, so that a row over which this fails or dies is set aside in the end.
    if not delivery.begin():
        return False
    try:
        if not _is_wanted(delivery):
            return False
        connection.send_messages([compose(delivery)])
    except ANSWERS as error:
        delivery.put_off(_cause(error))
        return False
    except OSError as error:
        delivery.put_off(_cause(error))
        raise ServerTrouble(_cause(error)) from error
    except Exception as error:  # a mail that cannot be written must not hold up the others
        logger.exception("delivery %s could not be written", delivery.pk)
        delivery.put_off(_cause(error))
        return False
    if not delivery.mark_sent():
        logger.warning("delivery %s left late, after its lease", delivery.pk)
    return True


def _cause(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _open(connection: Any) -> None:
    try:
        connection.open()
    except OSError as error:
        raise ServerTrouble(_cause(error)) from error


def _close(connection: Any) -> None:
    # The mails are marked already; a server that is rude at parting changes nothing.
    with suppress(OSError):
        connection.close()
