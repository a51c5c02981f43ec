"""Compile the translation catalogues without gettext's tools, which a bare machine lacks."""

import os
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Compiles each locale/*/LC_MESSAGES/*.po that is newer than its .mo."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        compiled = [
            source
            for folder in settings.LOCALE_PATHS
            for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))
            if compile_catalogue(source)
        ]
        self.stdout.write(f"{len(compiled)} catalogues compiled.")


def compile_catalogue(source: Path) -> bool:
    """Write the .mo beside the .po in one step; False when it is as new already."""
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
        return False
    aside = target.with_suffix(f".{os.getpid()}")
    polib.pofile(str(source)).save_as_mofile(str(aside))
    aside.replace(target)
    return True
