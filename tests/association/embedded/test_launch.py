"""Entry points start what the environment does not name, and nothing else."""

import subprocess
import sys

import pytest

from association.embedded import launch
from association.embedded.launch import PROJECT, missing, provide_for_command, provide_servers
from association.embedded.server import CannotStart

NAMED = {"DATABASE_URL": "postgres://db/heliu", "REDIS_URL": "redis://cache/0"}


def test_starts_nothing_when_both_servers_are_named(folder):
    environ = dict(NAMED)

    provide_servers(environ, folder)

    assert environ == NAMED
    assert list(folder.iterdir()) == []


def test_a_secret_file_names_a_server_too():
    assert missing({"DATABASE_URL_FILE": "/run/secrets/database"}) == ["REDIS_URL"]


def test_refuses_in_production_mode_to_make_up_a_server(folder):
    with pytest.raises(CannotStart, match="^DATABASE_URL must name a server: "):
        provide_servers({"REDIS_URL": "redis://cache/0"}, folder)


def test_exports_the_address_of_what_it_started(folder, monkeypatch):
    started = []

    class Stub:
        name = "Redis"
        url = "unix:///somewhere"

        def __init__(self, where):
            started.append(where)

        def start(self):
            return self

    monkeypatch.setitem(launch.KINDS, "REDIS_URL", Stub)
    environ = {"HELIU_DEMO": "1", "DATABASE_URL": "postgres://db/heliu"}

    provide_servers(environ, folder)

    assert environ["REDIS_URL"] == "unix:///somewhere"
    assert started == [folder / "redis"]


@pytest.mark.parametrize(
    ("arguments", "starts"),
    [
        (["manage.py"], False),
        (["manage.py", "help"], False),
        (["manage.py", "makemessages", "-l", "en"], False),
        (["manage.py", "check", "--deploy"], False),
        (["manage.py", "check", "--database", "default"], True),
        (["manage.py", "migrate", "--help"], False),
        (["manage.py", "migrate"], True),
        (["manage.py", "makemigrations", "--check"], True),
        (["manage.py", "runserver"], True),
    ],
)
def test_only_commands_that_use_a_server_start_one(arguments, starts, monkeypatch):
    calls = []
    monkeypatch.setattr(launch, "provide_or_exit", lambda: calls.append(1))

    provide_for_command(arguments)

    assert bool(calls) is starts


@pytest.mark.parametrize(
    ("module", "code"), [("manage.py migrate", 1), ("-c import\tassociation.wsgi", 3)]
)
def test_an_entry_point_without_servers_ends_with_one_sentence(module, code):
    result = subprocess.run(
        [sys.executable, *(part.replace("\t", " ") for part in module.split(" "))],
        cwd=PROJECT,
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == code
    assert result.stderr.startswith("DATABASE_URL and REDIS_URL must name a server")
    assert result.stderr.count("\n") == 1
