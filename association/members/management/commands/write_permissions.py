"""Write docs/permissions.md from the permission matrix."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from association.members.permission_table import permission_page


class Command(BaseCommand):
    help = "Write docs/permissions.md from association/members/matrix.csv."

    def handle(self, *args: object, **options: object) -> None:
        (Path(settings.BASE_DIR) / "docs" / "permissions.md").write_text(
            permission_page(), encoding="utf-8"
        )
