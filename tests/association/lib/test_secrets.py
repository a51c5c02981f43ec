"""Secrets from files: what is not given as a value, an empty one included."""

import pytest

from association.lib.secrets import read_secret_files


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "key"
    path.write_text("from the file\n")
    return str(path)


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ({}, "from the file"),
        ({"HELIU_SECRET_KEY": ""}, "from the file"),
        ({"HELIU_SECRET_KEY": "given"}, "given"),
    ],
)
def test_a_file_stands_in_for_a_value_that_is_missing_or_empty(secret, given, value):
    environ = {**given, "HELIU_SECRET_KEY_FILE": secret}

    read_secret_files(environ)

    assert environ["HELIU_SECRET_KEY"] == value


def test_a_file_that_cannot_be_read_ends_the_process(tmp_path):
    with pytest.raises(SystemExit, match="HELIU_SECRET_KEY_FILE names a file that cannot be read"):
        read_secret_files({"HELIU_SECRET_KEY_FILE": str(tmp_path / "missing")})


def test_an_empty_name_of_a_file_is_none():
    environ = {"HELIU_SECRET_KEY_FILE": ""}

    read_secret_files(environ)

    assert "HELIU_SECRET_KEY" not in environ
