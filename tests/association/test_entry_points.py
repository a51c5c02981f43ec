"""Servers run no checks of their own: every entry point refuses wrong settings by itself."""

import json
import subprocess
import sys

import pytest

from association.celery import app
from association.embedded.launch import PROJECT
from tests.association.test_checks import PRODUCTION

CELERY = "-m celery -A association.celery --quiet beat --help"
LOG = (
    "import association.celery, logging; from celery import signals; "
    "signals.setup_logging.send(sender=None); "
    "logging.getLogger('celery.worker').info('at work')"
)


def start(arguments, **changes):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=PROJECT,
        env={"PATH": "/usr/bin:/bin"} | PRODUCTION | changes,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["-c", "import association.wsgi"], 3),
        (["-c", "import association.asgi"], 1),
        (CELERY.split(), 1),
    ],
)
def test_an_entry_point_refuses_the_development_key(arguments, code):
    result = start(arguments, HELIU_SECRET_KEY="")

    assert result.returncode == code, result.stderr
    assert result.stderr.startswith("The portal does not start: HELIU_SECRET_KEY")
    assert result.stderr.count("\n") == 1


def test_an_entry_point_starts_with_right_settings():
    result = start(["-c", "import association.wsgi"])

    assert (result.returncode, result.stderr) == (0, "")


def test_worker_and_beat_log_json_in_production():
    result = start(["-c", LOG])

    line = json.loads(result.stderr)
    assert (line["event"], line["logger"], line["level"]) == ("at work", "celery.worker", "info")


def test_every_task_that_beat_sends_is_known():
    app.loader.import_default_modules()

    assert {entry["task"] for entry in app.conf.beat_schedule.values()} <= set(app.tasks)
