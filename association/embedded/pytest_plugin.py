"""A throw-away PostgreSQL and Redis for each test run, shared by all its xdist workers.

Loaded with `-p association.embedded.pytest_plugin`; servers that the environment names are used
as they are.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest

from association.embedded.launch import HOME, PROJECT, missing
from association.embedded.postgres import Postgres
from association.embedded.redis import Redis
from association.embedded.server import CannotStart, Server


class ThrowawayServers:
    """The servers of one test run, and the folder that goes with them."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="heliu-test-"))
        # The account that PostgreSQL runs under must walk in; its own folder below is private.
        self.folder.chmod(0o711)
        self.servers: list[Server] = []

    def provide(self, names: list[str]) -> None:
        servers: dict[str, Server] = {
            "DATABASE_URL": Postgres(self.folder / "postgres", throwaway=True, cache=HOME),
            "REDIS_URL": Redis(self.folder / "redis", throwaway=True),
        }
        for name in names:
            os.environ[name] = servers[name].start().url
            self.servers.append(servers[name])

    def end(self) -> None:
        for server in self.servers:
            server.release()
        shutil.rmtree(self.folder, ignore_errors=True)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, None, None]:
    """Start the servers before pytest-django reads the settings."""
    os.environ["HELIU_TEST"] = "1"
    # Nothing is collected for tests, but whitenoise warns of a missing folder, and warnings fail.
    (PROJECT / "staticfiles").mkdir(exist_ok=True)
    names = missing(os.environ)
    if names and not early_config.known_args_namespace.help:
        servers = ThrowawayServers()
        early_config.add_cleanup(servers.end)
        try:
            servers.provide(names)
        except CannotStart as error:
            raise pytest.UsageError(str(error)) from None
    _use_own_redis_database()
    yield


def _use_own_redis_database() -> None:
    """Give each xdist worker a Redis database of its own, as it has its own test database."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    number = re.fullmatch(r"gw(\d+)", worker)
    url = os.environ.get("REDIS_URL", "")
    if number and url.startswith("unix://"):
        os.environ["REDIS_URL"] = url.partition("?")[0] + f"?db={int(number[1]) + 1}"
