"""The whole demo in a checkout of its own: it starts, dies by kill -9, starts again, and stops."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import suppress

import pytest

from association.embedded.answers import answers
from association.embedded.demo import why_port_cannot_be_used
from association.embedded.launch import PROJECT
from association.embedded.processes import run, wait_until

LEFT_OUT = {".git", ".venv", ".heliu", "staticfiles", "media", "tests"}
LEFT_OUT |= {".mypy_cache", ".ruff_cache", ".pytest_cache", ".import_linter_cache"}


@pytest.fixture
def checkout(folder):
    target = folder / "a checkout"
    shutil.copytree(PROJECT, target, ignore=lambda _, names: LEFT_OUT.intersection(names))
    return target


@pytest.fixture
def port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@pytest.fixture
def start(checkout, port):
    """Start the demo and return it once it says that it is ready, with what it said."""
    ours = ("HELIU_", "DATABASE_URL", "REDIS_URL", "PYTEST_", "DJANGO_", "PYTHONPATH")
    environ = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    processes = []

    def begin():
        process = subprocess.Popen(
            [sys.executable, "-m", "association.demo"],
            cwd=checkout,
            env={**environ, "HELIU_PORT": str(port)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        processes.append(process)
        said = []
        for line in process.stdout:
            said.append(line)
            if "Ctrl-C" in line:
                break
        return process, "".join(said)

    yield begin
    for process in processes:
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGINT)
        process.wait()
        process.stdout.close()


def pids_of(checkout):
    """Return every process whose command line names the checkout."""
    listed = run(["ps", "-eo", "pid=,args="]).stdout.splitlines()
    return [int(line.split()[0]) for line in listed if str(checkout) in line]


@pytest.mark.drill
def test_the_demo_survives_a_kill_of_the_whole_tree_and_stops_on_request(start, checkout, port):
    demo, said = start()
    assert "Ready." in said, said
    assert "kunshan@demo.example" in said
    assert wait_until(lambda: answers(port, "/"), 30)
    assert wait_until(lambda: answers(port, "/en/"), 30)

    demo.kill()
    for pid in pids_of(checkout):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    demo.wait()

    demo, said = start()
    assert "Ready." in said, said
    assert wait_until(lambda: answers(port, "/"), 30)

    demo.send_signal(signal.SIGINT)
    assert demo.wait(20) == 0
    assert why_port_cannot_be_used(port) == ""
    assert wait_until(lambda: pids_of(checkout) == [], 5)
