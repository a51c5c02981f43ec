"""`manage.py load_demo`: sample members, people and entries, all labelled; for the demo only."""

import os

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from association.front.demo_accounts import ACCOUNTS, DEFAULT_PASSWORD, PASSWORD_VARIABLE
from association.front.demo_entries import load_entries
from association.front.demo_people import are_strangers_here, load_organisations, load_people


class Command(BaseCommand):
    help = "Load the sample of the demonstration (idempotent; refused outside the demo)."

    def handle(self, *args, **options):
        if not (settings.HELIU_DEMO or settings.HELIU_TEST):
            raise CommandError(
                "Sample accounts have a public password; they are made with HELIU_DEMO=1 only."
            )
        if are_strangers_here():
            raise CommandError(
                "This database holds people of its own: the sample, whose password is public, "
                "goes into an empty one only."
            )
        password = os.environ.get(PASSWORD_VARIABLE) or DEFAULT_PASSWORD
        organisations = load_organisations()
        people = load_people(password)
        entries = load_entries()
        self.stdout.write(
            f"sample: {organisations} organisations, {people} people, {entries} entries added"
        )
        for account in ACCOUNTS:
            self.stdout.write(f"  {account.email:<28} {account.label_zh} / {account.label_en}")
