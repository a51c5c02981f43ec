"""What the workers run: short tasks that may run twice, at once, or never, without harm."""

import time

from celery import shared_task

from association.notifications import outbox, post
from association.notifications.delivery import Delivery
from association.notifications.letters import Letter

SECONDS = 25


@shared_task(name="notifications.sweep", ignore_result=True)
def sweep() -> None:
    """Urgent mails, then messages from history, then whatever else is due."""
    until = time.monotonic() + SECONDS
    post.send_due(until, lane=Delivery.Lane.URGENT)
    outbox.tell(until)
    post.send_due(until)


@shared_task(name="notifications.forget_letters", ignore_result=True)
def forget_letters() -> None:
    """Each night: the links in letters that never left."""
    Letter.objects.forget_bodies()
