"""Loading and damaging copies of the reference files."""

import csv
from io import StringIO
from pathlib import Path

from django.core.management import call_command


def load(*arguments) -> str:
    out = StringIO()
    call_command("load_reference", *arguments, stdout=out)
    return out.getvalue()


def rows_of(path: Path) -> list[dict]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
