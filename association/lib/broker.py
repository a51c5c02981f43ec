"""The one Redis address of the settings, in the spelling Celery's transport wants."""

from urllib.parse import parse_qs, urlsplit


def broker_url(redis_url: str) -> str:
    """`unix:///path?db=0` as `redis+socket:///path?virtual_host=0`; others stay as they are."""
    if not redis_url.startswith("unix://"):
        return redis_url
    parts = urlsplit(redis_url)
    database = parse_qs(parts.query).get("db", ["0"])[0]
    return f"redis+socket://{parts.path}?virtual_host={database}"
