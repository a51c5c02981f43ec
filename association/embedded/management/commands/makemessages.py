"""Collect the strings to translate: no guesses; English, the original, fills itself in."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.commands import makemessages

WIDTH = 100
# They change with each run and would make two people's work collide.
NOISE = ("POT-Creation-Date", "Report-Msgid-Bugs-To")


class Command(makemessages.Command):
    """Django's own, which needs GNU gettext, told where and how to write."""

    # A guess looks like a translation and is wrong; an empty text is found by the tests.
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        for source in self.catalogues():
            left = finish(source)
            self.stdout.write(f"{source.parts[-3]}: {left} to translate.")

    def find_files(self, root: str) -> Any:
        # Django would prefer any folder named locale that lies on the way.
        self.locale_paths = [str(folder) for folder in settings.LOCALE_PATHS]
        self.ignore_patterns = [*self.ignore_patterns, "locale"]
        return super().find_files(root)

    def catalogues(self) -> Iterable[Path]:
        """The files that the settings name."""
        for folder in settings.LOCALE_PATHS:
            yield from sorted(Path(folder).glob("*/LC_MESSAGES/django.po"))


def finish(source: Path) -> int:
    """Set a catalogue in the project's form; return how many texts are still empty."""
    catalogue = polib.pofile(str(source), wrapwidth=WIDTH)
    catalogue.metadata_is_fuzzy = False
    catalogue.header = ""
    for name in NOISE:
        catalogue.metadata.pop(name, None)
    if source.parts[-3] == "en":
        for entry in catalogue.untranslated_entries():
            write_original(entry)
    catalogue.save()
    return len(catalogue.untranslated_entries())


def write_original(entry: polib.POEntry) -> None:
    """The string itself; of a plural, its first form for one and its second for more."""
    if entry.msgid_plural:
        entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
    else:
        entry.msgstr = entry.msgid
