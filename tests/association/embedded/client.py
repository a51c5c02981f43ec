"""A process that uses the embedded PostgreSQL, as manage.py does: `client.py FOLDER [UID]`.

It prints the address once the server answers and goes when its standard input ends.
"""

import os
import sys
from pathlib import Path

from association.embedded.postgres import Postgres

if __name__ == "__main__":
    if len(sys.argv) > 2:
        os.setgroups([])
        os.setgid(int(sys.argv[2]))
        os.setuid(int(sys.argv[2]))
    server = Postgres(Path(sys.argv[1]))
    server.start()
    print(server.url, flush=True)
    sys.stdin.read()
    server.release()
