"""In the place of Django's command: here nobody has rights of their own, only mandates."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Refuses and names the command that appoints the first administrator."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name in ("--username", "--email"):
            parser.add_argument(name)
        for name in ("--noinput", "--no-input"):
            parser.add_argument(name, action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        raise CommandError(
            "A superuser could not enter, since rights follow from mandates: "
            "appoint the first administrator with manage.py appoint ADDRESS."
        )
