"""The reference data, loaded as a test needs them."""

import pytest

from zones.directory.reference.loading import load


@pytest.fixture
def reference(db) -> None:
    """All provinces, industries and zones of the project's files."""
    load()
