"""What runs now and then: tries and sessions that nothing looks at any more are forgotten."""

from celery import shared_task
from django.core.management import call_command

from association.accounts.models import Try


@shared_task(name="accounts.forget_tries", ignore_result=True)
def forget_tries() -> None:
    Try.objects.outdated().delete()


@shared_task(name="accounts.forget_sessions", ignore_result=True)
def forget_sessions() -> None:
    call_command("clearsessions")
