"""Ask the portal whether it is well: `python -m association.embedded.answers [PORT]`.

It is the health check of the container, and what the demo waits for.
"""

import http.client
import os
import sys


def answers(port: int, path: str, host: str = "localhost") -> bool:
    """Tell whether the web process on this machine answers 200; `host` must be one it serves."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path, headers={"Host": host})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def first_host(hosts: str) -> str:
    """Return a host name that the list in HELIU_HOSTS accepts."""
    name = hosts.split(",")[0].strip().lstrip(".")
    return name if name and name != "*" else "localhost"


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    is_well = answers(port, "/health/live", first_host(os.environ.get("HELIU_HOSTS", "")))
    sys.exit(0 if is_well else 1)
