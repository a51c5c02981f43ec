"""A sender that is killed again and again (run by test_drill.py): `drill_sender.py KILLS`."""

import os
import random
import signal
import sys
import time
from datetime import timedelta

import django

PAUSE = (0.02, 0.2)  # seconds until the next kill


def send_for_ever():
    """What a worker does; only a kill ends it."""
    while True:
        post.send_due()
        time.sleep(0.01)


def kill_senders(kills):
    """Let a child send and kill it, `kills` times."""
    for _kill in range(kills):
        child = os.fork()
        if not child:
            send_for_ever()
        time.sleep(random.uniform(*PAUSE))  # noqa: S311 no secret
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


if __name__ == "__main__":
    django.setup()
    from association.notifications import delivery, post

    delivery.LEASE = timedelta(seconds=1)
    kill_senders(int(sys.argv[1]))
    while delivery.Delivery.objects.filter(state__in=delivery.OPEN).exists():
        post.send_due()
        time.sleep(0.1)
