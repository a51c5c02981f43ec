"""The Celery application: it only drains what PostgreSQL holds."""

import os

from celery import Celery
from celery.schedules import crontab
from celery.signals import setup_logging
from django.conf import settings
from django.utils.log import configure_logging

from association.checks import exit_on_errors
from association.embedded.launch import provide_or_exit

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "association.settings")
provide_or_exit()
exit_on_errors()

app = Celery("heliu")
app.conf.update(
    task_serializer="json",
    accept_content=["json"],
    task_ignore_result=True,
    task_acks_late=True,
    worker_prefetch_multiplier=1,
    broker_connection_retry_on_startup=True,
    worker_hijack_root_logger=False,
    broker_transport_options={"socket_connect_timeout": 1, "socket_timeout": 5},
    timezone="Asia/Shanghai",
    beat_schedule={
        "forget-tries": {"task": "accounts.forget_tries", "schedule": crontab(hour=3, minute=40)},
        "forget-sessions": {
            "task": "accounts.forget_sessions",
            "schedule": crontab(hour=3, minute=45),
        },
        "forget-sheets": {"task": "members.forget_sheets", "schedule": crontab(hour=3, minute=50)},
        "forget-letters": {
            "task": "notifications.forget_letters",
            "schedule": crontab(hour=3, minute=55),
        },
        "sweep-outbox": {
            "task": "notifications.sweep",
            "schedule": 20.0,
            "options": {"expires": 20},
        },
    },
)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def keep_our_logs(**options: object) -> None:
    """Log as the web processes do: while somebody listens here, Celery sets up nothing itself."""
    configure_logging(settings.LOGGING_CONFIG, settings.LOGGING)
