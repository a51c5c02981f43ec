"""The stand-in for machines that no Redis binary fits: fakeredis behind a private socket.

It runs as a script of its own, `fake_redis.py SOCKET PID_FILE DATABASES`, because several
processes share it.
"""

import os
import socket
import sys
from pathlib import Path


def main(path: str, pid_file: str) -> None:
    """Serve on the socket until the process is ended."""
    from fakeredis import TcpFakeServer

    class SocketFakeServer(TcpFakeServer):
        address_family = socket.AF_UNIX

    Path(pid_file).write_text(str(os.getpid()))
    os.umask(0o177)
    SocketFakeServer(path).serve_forever()  # type: ignore[arg-type]


if __name__ == "__main__":
    main(*sys.argv[1:3])
