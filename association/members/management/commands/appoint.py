"""Appoint the first administrator of the association's secretariat on a fresh deployment."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from association.lib.refusals import Refused
from association.members.joining import appoint_first_administrator


class Command(BaseCommand):
    """Everybody else is invited by this person."""

    help = "Make the association and its first administrator, who then sets a password by mail."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--name", default="", help="full name of the person")

    def handle(self, *args, **options):
        try:
            person = appoint_first_administrator(options["email"], options["name"])
        except (Refused, ValidationError) as refusal:
            sentence = getattr(refusal, "messages", [str(refusal)])[0]
            raise CommandError(sentence) from None
        self.stdout.write(
            f"{person.email} administers the secretariat. "
            "Sign in through “Forgot your password?”, then set up the second factor."
        )
