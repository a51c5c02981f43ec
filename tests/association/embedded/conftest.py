"""Servers and client processes for the drills of the embedded servers."""

import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from association.embedded.launch import PROJECT
from association.embedded.postgres import Postgres


@pytest.fixture
def folder():
    """A folder that the service account can walk to; pytest's own tmp_path is closed to it."""
    path = Path(tempfile.mkdtemp(prefix="heliu-drill-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


@pytest.fixture
def outside():
    """Note folders that a server made elsewhere; they are removed after it has stopped."""
    paths = []
    yield paths
    for path in paths:
        shutil.rmtree(path)


@pytest.fixture
def postgres(folder, outside):
    """Make PostgreSQL servers in folders of choice; all are released at the end."""
    servers = []

    def make(where=folder / "postgres", **options):
        servers.append(Postgres(where, **options))
        return servers[-1]

    yield make
    for server in servers:
        server.release()


@pytest.fixture
def client(folder):
    """Start client processes; each is a Popen whose first output line is the address."""
    processes = []

    def start(folder, *arguments):
        script = [sys.executable, "-m", "tests.association.embedded.client", str(folder)]
        processes.append(
            subprocess.Popen(
                [*script, *map(str, arguments)],
                cwd=PROJECT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        )
        return processes[-1]

    yield start
    for process in processes:
        with suppress(BrokenPipeError):
            process.stdin.close()
        process.wait()
        process.stdout.close()


@pytest.fixture
def ask():
    """Run one statement at an address and return the first value of the answer."""

    def run(url, statement="SELECT 1"):
        with psycopg.connect(url) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchone()[0] if cursor.description else None

    return run
