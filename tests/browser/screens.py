"""The screens every page is looked at on: both languages, a telephone and a desk."""

import pytest

PREFIXES = {"zh": "", "en": "/en"}
WIDTHS = {"phone": 390, "desk": 1360}
HEIGHT = 900

on_every_screen = pytest.mark.parametrize(
    "screen",
    [(prefix, width) for prefix in PREFIXES for width in WIDTHS],
    ids=lambda pair: "-".join(pair),
    indirect=True,
)
