"""Every variable that is read is in .env.example and explained in docs/operations.md."""

import re

from association.embedded.launch import PROJECT

NAME = r"(?:HELIU_[A-Z_]+|DATABASE_URL|REDIS_URL|POSTGRES_PASSWORD)"
# Read by `env.str("X")`, `os.environ["X"]`, `environ.get("X")` or in compose by `${X…}`.
READ = re.compile(
    rf"(?:env\.\w+\(|environ\.get\(|environ\[|_VARIABLE =)\s*\"({NAME})\"|\$\{{({NAME})\b"
)
NOT_FOR_SITES = {"HELIU_DEBUG", "HELIU_DEMO", "HELIU_TEST", "HELIU_DEMO_PASSWORD"}
# Of docker compose alone.
OF_COMPOSE = {"HELIU_VERSION", "HELIU_PORT", "POSTGRES_PASSWORD"}


def names_read():
    sources = [
        *(PROJECT / "association").rglob("*.py"),
        PROJECT / "deploy" / "gunicorn.conf.py",
        PROJECT / "docker-compose.yml",
    ]
    found = {name for path in sources for pair in READ.findall(path.read_text()) for name in pair}
    return found - {"", "HELIU_VERSION"}


def names_listed():
    example = (PROJECT / ".env.example").read_text()
    return set(re.findall(rf"^#?({NAME})=", example, re.MULTILINE))


def test_the_settings_are_among_what_was_found():
    assert {"HELIU_SECRET_KEY", "DATABASE_URL", "HELIU_WEB_WORKERS"} <= names_read()


def test_the_example_lists_what_is_read_and_nothing_else():
    assert names_read() - names_listed() == set()
    assert names_listed() - names_read() == set()


def test_the_manual_explains_what_a_site_may_set():
    manual = (PROJECT / "docs" / "operations.md").read_text()
    # `HELIU_SMTP_HOST`, `_PORT` names HELIU_SMTP_PORT in short.
    endings = {ending for ending in re.findall(r"`(_[A-Z_]+)`", manual)}

    silent = {
        name
        for name in names_listed() - NOT_FOR_SITES - OF_COMPOSE
        if f"`{name}`" not in manual and not any(name.endswith(ending) for ending in endings)
    }

    assert silent == set()


def test_the_example_holds_no_secret():
    example = (PROJECT / ".env.example").read_text()

    assert re.findall(r"^(?:HELIU_SECRET_KEY|\w*PASSWORD)=(.+)$", example, re.MULTILINE) == []
