"""Copies of the reference files."""

import shutil
from pathlib import Path

import pytest

from zones.directory.reference.sources import INDUSTRY_DATA, ZONE_DATA


@pytest.fixture
def folder(tmp_path) -> Path:
    """A copy of all files that a test may damage."""
    for path in [*ZONE_DATA.glob("*.csv"), *INDUSTRY_DATA.glob("*.csv")]:
        shutil.copy(path, tmp_path)
    return tmp_path
