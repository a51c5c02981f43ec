"""Bring the demo's database and files up to date; what is up to date already costs little."""

import hashlib
import io
import time
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError

from association.embedded.launch import HOME

STEPS = [
    ("migrate", "Applying migrations"),
    ("compile_catalogues", "Compiling translations"),
    ("collectstatic", "Collecting static files"),
    ("load_reference", "Loading the reference data"),
    ("load_demo", "Loading the sample members, people and entries"),
]


class Command(BaseCommand):
    help = "Prepares the demo: migrations, translations, static files, reference and sample data."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.HELIU_DEMO:
            raise CommandError("This command is for the demo only: it needs HELIU_DEMO=1.")
        known = get_commands()
        for name, title in STEPS:
            if name in known:
                self._take(name, title)

    def _take(self, name: str, title: str) -> None:
        began = time.monotonic()
        self.stdout.write(f"{title} …")
        self.stdout.flush()
        if name == "collectstatic":
            collect_static()
        else:
            silent = {"verbosity": 0} if name == "migrate" else {"stdout": io.StringIO()}
            call_command(name, **silent)
        self.stdout.write(f"  done in {time.monotonic() - began:.1f} s")
        self.stdout.flush()


def collect_static() -> None:
    """Collect the static files unless none has changed since the last time.

    Hashing and compressing them takes longer than everything else of a second start.
    """
    stamp = HOME / "static-files"
    fingerprint = static_fingerprint()
    if stamp.exists() and stamp.read_text() == fingerprint and settings.STATIC_ROOT.exists():
        return
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    stamp.write_text(fingerprint)


def static_fingerprint() -> str:
    """Return a hash of the names, sizes and times of all static files."""
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for path, storage in finder.list(None):
            changed = storage.get_modified_time(path).timestamp()
            digest.update(f"{path} {storage.size(path)} {changed}\n".encode())
    return digest.hexdigest()
