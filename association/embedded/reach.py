"""Say in one sentence why a server named in the environment cannot be used."""

from collections.abc import Callable, Mapping
from pathlib import Path

import psycopg
import redis

SECONDS = 5


def explain_unreachable(environ: Mapping[str, str]) -> str:
    """Try the servers that are named; return the first trouble as a sentence, or nothing.

    The sentence never shows the address as given, since it may hold a password.
    """
    probes: dict[str, Callable[[str], None]] = {"DATABASE_URL": _database, "REDIS_URL": _redis}
    for name, probe in probes.items():
        url = name
        try:
            url = _value(environ, name)
            if url:
                probe(url)
        except (psycopg.Error, redis.RedisError, ValueError, OSError) as error:
            reason = _first_line(error).replace(url, "the address")
            return f"The server that {name} names cannot be used: {reason}."
    return ""


def _value(environ: Mapping[str, str], name: str) -> str:
    if f"{name}_FILE" in environ and not environ.get(name):
        return Path(environ[f"{name}_FILE"]).read_text().strip()
    return environ.get(name, "")


def _database(url: str) -> None:
    if not url.startswith(("postgres://", "postgresql://")):
        raise ValueError("it must begin with postgres://")
    psycopg.connect(url, connect_timeout=SECONDS).close()


def _redis(url: str) -> None:
    with redis.Redis.from_url(
        url, socket_connect_timeout=SECONDS, socket_timeout=SECONDS
    ) as client:
        client.ping()


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".") or type(error).__name__
