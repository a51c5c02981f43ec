"""Load provinces, industries and zones from the reference files of the project."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from zones.directory.reference.loading import load
from zones.directory.reference.merging import Outcome
from zones.directory.reference.reading import BrokenReference

MOST_FAULTS = 20


class Command(BaseCommand):
    help = (
        "Loads the reference files, all or nothing. A value that the secretariat has corrected is "
        "kept and reported; loading the same files again changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="report only, write nothing")
        parser.add_argument("--folder", type=Path, help="a folder that holds all files instead")

    def handle(self, *args, check: bool, folder: Path | None, **options) -> None:
        try:
            outcomes = load(folder, check=check)
        except BrokenReference as broken:
            raise CommandError(_sentences(broken)) from None
        for outcome in outcomes:
            self._tell(outcome, options["verbosity"])
        if check:
            self.stdout.write("Only checked: nothing was written.")

    def _tell(self, outcome: Outcome, verbosity: int) -> None:
        self.stdout.write(
            f"{outcome.file}: {len(outcome.added)} added, {len(outcome.changed)} changed, "
            f"{len(outcome.unchanged)} unchanged, "
            f"{len(outcome.kept)} kept (corrected by the secretariat)"
        )
        if verbosity:
            for key in outcome.changed:
                self.stdout.write(f"  changed: {key}")
            for key, names in outcome.kept.items():
                self.stdout.write(f"  kept: {key}: {', '.join(names)}")


def _sentences(broken: BrokenReference) -> str:
    faults = broken.faults
    lines = [str(fault) for fault in faults[:MOST_FAULTS]]
    if len(faults) > MOST_FAULTS:
        lines.append(f"… and {len(faults) - MOST_FAULTS} more.")
    return "\n".join(["Nothing was written; the reference files are broken:", *lines])
