"""What is thrown away each night."""

from datetime import timedelta

import pytest
from django.utils import timezone

from association.members.models import OrganisationImport
from association.members.tasks import forget_sheets

pytestmark = pytest.mark.django_db


def test_a_file_that_was_never_written_is_forgotten_after_a_week(cast):
    now = timezone.now()
    for name, days, written_at in (("old", 8, None), ("new", 6, None), ("written", 8, now)):
        OrganisationImport.objects.create(
            file_name=name,
            by=cast.secretariat,
            at=now - timedelta(days=days),
            written_at=written_at,
            written_by=cast.secretariat if written_at else None,
        )

    forget_sheets()

    kept = OrganisationImport.objects.order_by("file_name").values_list("file_name", flat=True)
    assert list(kept) == ["new", "written"]
