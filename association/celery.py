"""The Celery application: it only drains what PostgreSQL holds."""

import os

from celery import Celery
from celery.schedules import crontab

from association.embedded.launch import provide_or_exit

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "association.settings")
provide_or_exit()

app = Celery("heliu")
app.conf.update(
    task_serializer="json",
    accept_content=["json"],
    task_ignore_result=True,
    task_acks_late=True,
    worker_prefetch_multiplier=1,
    broker_connection_retry_on_startup=True,
    broker_transport_options={"socket_connect_timeout": 1, "socket_timeout": 5},
    timezone="Asia/Shanghai",
    beat_schedule={
        "forget-tries": {"task": "accounts.forget_tries", "schedule": crontab(hour=3, minute=40)},
        "sweep-outbox": {
            "task": "notifications.sweep",
            "schedule": 20.0,
            "options": {"expires": 20},
        },
    },
)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
