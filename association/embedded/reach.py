"""Say in one sentence why a server named in the environment cannot be used."""

from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import redis

SECONDS = 5


def explain_unreachable(environ: Mapping[str, str]) -> str:
    """Try both servers; return the first trouble as a sentence, or nothing.

    The sentence never shows the address as given, since it may hold a password.
    """
    probes: dict[str, Callable[[str], None]] = {"DATABASE_URL": _database, "REDIS_URL": _redis}
    for name, probe in probes.items():
        try:
            probe(_value(environ, name))
        except (psycopg.Error, redis.RedisError, ValueError, OSError) as error:
            where = _server(_value(environ, name))
            return f"The server that {name} names ({where}) cannot be used: {_first_line(error)}."
    return ""


def _value(environ: Mapping[str, str], name: str) -> str:
    if environ.get(name):
        return environ[name]
    return Path(environ[f"{name}_FILE"]).read_text().strip()


def _database(url: str) -> None:
    if not url.startswith(("postgres://", "postgresql://")):
        raise ValueError("it must begin with postgres://")
    psycopg.connect(url, connect_timeout=SECONDS).close()


def _redis(url: str) -> None:
    with redis.Redis.from_url(
        url, socket_connect_timeout=SECONDS, socket_timeout=SECONDS
    ) as client:
        client.ping()


def _server(url: str) -> str:
    """Return host and port only."""
    return urlsplit(url).netloc.rpartition("@")[2] or "no host"


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".") or type(error).__name__
