"""What runs each night: files that were checked and never written are thrown away."""

from celery import shared_task

from association.members.models import OrganisationImport


@shared_task(name="members.forget_sheets", ignore_result=True)
def forget_sheets() -> None:
    OrganisationImport.objects.abandoned().delete()
