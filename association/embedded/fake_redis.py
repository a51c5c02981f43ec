"""The stand-in for machines that no Redis binary fits: fakeredis behind a private socket.

It runs as a script of its own, `python -P fake_redis.py SOCKET PID_FILE`, because several
processes share it; -P keeps our redis.py from shadowing the library's package.
"""

import itertools
import os
import socket
import sys
from pathlib import Path

from fakeredis import TcpFakeServer


class SocketFakeServer(TcpFakeServer):
    """fakeredis tells clients apart by address; on a socket all have the same, so number them."""

    address_family = socket.AF_UNIX
    numbers = itertools.count(1)

    def get_request(self) -> tuple[socket.socket, tuple[str, int]]:
        connection, _ = super().get_request()
        return connection, ("client", next(self.numbers))


def main(path: str, pid_file: str) -> None:
    """Serve on the socket until the process is ended."""
    Path(pid_file).write_text(str(os.getpid()))
    os.umask(0o177)
    SocketFakeServer(path).serve_forever()  # type: ignore[arg-type]


if __name__ == "__main__":
    main(*sys.argv[1:])
