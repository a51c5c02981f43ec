"""What every entry point calls before Django is set up: make sure there are servers to talk to.

Settings start nothing; they read DATABASE_URL and REDIS_URL, which are exported here when the
built-in servers had to be started.
"""

import os
import sys
from collections.abc import MutableMapping
from pathlib import Path

from association.embedded.postgres import Postgres
from association.embedded.redis import Redis
from association.embedded.server import CannotStart, Server

PROJECT = Path(__file__).resolve().parents[2]
HOME = PROJECT / ".heliu"
KINDS: dict[str, type[Server]] = {"DATABASE_URL": Postgres, "REDIS_URL": Redis}
TRUE = {"1", "true", "t", "yes", "y", "on"}
# These work on files, or only ask the code about itself.
NEED_NO_SERVER = {
    *("check", "collectstatic", "compile_catalogues", "compilemessages", "diffsettings"),
    *("findstatic", "help", "makemessages", "spectacular", "version"),
    *("--help", "-h", "--version", ""),
}


def missing(environ: MutableMapping[str, str]) -> list[str]:
    """Name the servers' variables that are given neither as a value nor as a file."""
    return [name for name in KINDS if not (environ.get(name) or environ.get(f"{name}_FILE"))]


def may_embed(environ: MutableMapping[str, str]) -> bool:
    """Tell whether built-in servers will do: in the demo and on a developer's machine only."""
    return any(
        environ.get(name, "").strip().lower() in TRUE for name in ("HELIU_DEMO", "HELIU_DEBUG")
    )


def provide_servers(environ: MutableMapping[str, str] = os.environ, home: Path = HOME) -> None:
    """Start what is not named in the environment and export its address.

    Raises CannotStart in production mode, where a server that nobody named is a mistake.
    """
    names = missing(environ)
    if names and not may_embed(environ):
        raise CannotStart(
            f"{' and '.join(names)} must name a server: the built-in ones are for the demo "
            "(HELIU_DEMO=1) and for development (HELIU_DEBUG=1) only."
        )
    for name in names:
        kind = KINDS[name]
        environ[name] = kind(home / kind.name.lower()).start().url


def provide_or_exit(code: int = 1) -> None:
    """Provide the servers, or end this process with one sentence instead of a traceback."""
    try:
        provide_servers()
    except CannotStart as error:
        print(error, file=sys.stderr)
        sys.exit(code)


def provide_for_command(arguments: list[str]) -> None:
    """Provide the servers unless this manage.py command can do without them."""
    command = arguments[1] if len(arguments) > 1 else ""
    if command in NEED_NO_SERVER and "--database" not in arguments:
        return
    if {"--help", "-h"}.isdisjoint(arguments):
        provide_or_exit()
