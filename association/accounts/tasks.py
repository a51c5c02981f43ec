"""What runs now and then: tries that no limit looks at any more are forgotten."""

from celery import shared_task

from association.accounts.models import Try


@shared_task(name="accounts.forget_tries", ignore_result=True)
def forget_tries() -> None:
    Try.objects.outdated().delete()
