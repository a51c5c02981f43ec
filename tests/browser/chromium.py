"""Find the machine's Chromium; Playwright drives it instead of a browser of its own."""

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HOW = "install Chromium for the browser tests: apt-get install chromium fonts-noto-cjk"
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


def chromium_or_skip():
    """Return the path of Chromium; without one skip, but fail where the run must be complete."""
    for name in NAMES:
        path = shutil.which(name)
        if path:
            return path
    end = pytest.fail if os.environ.get("CI") else pytest.skip
    return end(HOW)
