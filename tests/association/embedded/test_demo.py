"""What the demo checks before it starts anything, each answered with one sentence."""

import socket

import pytest

from association.embedded.answers import first_host
from association.embedded.demo import port_of, why_port_cannot_be_used
from association.embedded.install import explain, works
from association.embedded.reach import explain_unreachable
from association.embedded.server import CannotStart


@pytest.fixture
def taken_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_the_port_is_8000_unless_the_environment_names_another():
    assert port_of({}) == 8000
    assert port_of({"HELIU_PORT": "8001"}) == 8001


@pytest.mark.parametrize("text", ["abc", "0", "65536", "-1", "８０００x"])
def test_a_port_that_is_no_port_is_refused(text):
    with pytest.raises(CannotStart, match="^HELIU_PORT must be a number"):
        port_of({"HELIU_PORT": text})


def test_a_port_in_use_is_named(taken_port):
    reason = why_port_cannot_be_used(taken_port)

    assert reason.startswith(f"Port {taken_port} is in use")


def test_a_free_port_is_free(taken_port):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]

    assert why_port_cannot_be_used(port) == ""


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "mysql://u:secret@db/x",
        "postgres://u:secret@[bad",
        "postgres://u:secret@127.0.0.1:1/x",
    ],
)
def test_a_wrong_database_address_is_explained_without_its_password(url):
    reason = explain_unreachable({"DATABASE_URL": url})

    assert reason.startswith("The server that DATABASE_URL names cannot be used: ")
    assert "\n" not in reason
    assert "secret" not in reason


def test_a_wrong_redis_address_is_explained_without_its_password(taken_port):
    for url in ("nonsense", "redis://:secret@127.0.0.1:1/0"):
        reason = explain_unreachable({"REDIS_URL": url})

        assert reason.startswith("The server that REDIS_URL names cannot be used: ")
        assert "secret" not in reason


def test_an_address_in_a_file_that_is_missing_is_explained(tmp_path):
    reason = explain_unreachable({"DATABASE_URL_FILE": str(tmp_path / "missing")})

    assert "No such file" in reason


def test_nothing_is_asked_when_no_server_is_named():
    assert explain_unreachable({}) == ""


@pytest.mark.parametrize(
    ("hosts", "name"),
    [
        ("portal.example,www.portal.example", "portal.example"),
        (".portal.example", "portal.example"),
        ("*", "localhost"),
        ("", "localhost"),
    ],
)
def test_the_health_check_calls_the_portal_by_a_name_it_answers_to(hosts, name):
    assert first_host(hosts) == name


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("The virtual environment was not created because ensurepip is not available.", "venv"),
        ("error: No space left on device (os error 28)", "is full"),
        ("error: Failed to fetch\n  Caused by: no route to host", "no route to host"),
    ],
)
def test_a_failed_installation_is_explained_in_one_line(output, sentence):
    assert sentence in explain(output)
    assert "\n" not in explain(output)


def test_a_program_whose_interpreter_is_gone_does_not_work(tmp_path):
    dead = tmp_path / "uv"
    dead.write_text("#!/nonexistent/python\n")
    dead.chmod(0o755)

    assert not works(dead)
    assert not works(tmp_path / "missing")
    assert not works(None)
