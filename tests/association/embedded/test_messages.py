"""The command behind `make messages`: what it leaves in a catalogue for the translator."""

import io
import os
import shutil

import polib
import pytest
from django.core.management import call_command

from association.embedded.management.commands.makemessages import finish

OLD = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "The river has %(n)s zones"
msgstr "旧"
"""
NEW = """from django.utils.translation import gettext_lazy as _, ngettext

TITLE = _("The river has %(n)s zones and %(m)s bridges")
COUNT = ngettext("%(n)s bridge", "%(n)s bridges", 2)
"""


@pytest.fixture
def project(tmp_path, monkeypatch, settings):
    """A project of one module; its catalogues know another string that is much like its own."""
    if shutil.which("xgettext") is None:
        end = pytest.fail if os.environ.get("CI") else pytest.skip
        end("install gettext to collect strings")
    for language in ("zh_Hans", "en"):
        folder = tmp_path / "locale" / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "django.po").write_text(OLD)
    (tmp_path / "bridges.py").write_text(NEW)
    monkeypatch.chdir(tmp_path)
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    return tmp_path


def collect(project, language):
    call_command(
        "makemessages",
        locale=["zh_Hans", "en"],
        no_location=True,
        no_obsolete=True,
        stdout=io.StringIO(),
    )
    return polib.pofile(str(project / "locale" / language / "LC_MESSAGES" / "django.po"))


def test_a_new_string_waits_empty_and_is_never_guessed(project):
    catalogue = collect(project, "zh_Hans")

    assert [entry.msgid for entry in catalogue.untranslated_entries()] == [
        "The river has %(n)s zones and %(m)s bridges",
        "%(n)s bridge",
    ]
    assert "fuzzy" not in str(catalogue)


def test_english_fills_itself_in_with_both_forms_of_a_plural(project):
    catalogue = collect(project, "en")

    assert catalogue.untranslated_entries() == []
    assert catalogue.find("%(n)s bridge").msgstr_plural == {0: "%(n)s bridge", 1: "%(n)s bridges"}


def test_a_string_that_left_the_code_leaves_the_catalogue(project):
    assert collect(project, "zh_Hans").find("The river has %(n)s zones") is None


def test_a_second_run_changes_nothing(project):
    first = str(collect(project, "zh_Hans"))

    assert str(collect(project, "zh_Hans")) == first


def test_a_translation_is_kept(tmp_path):
    source = tmp_path / "zh_Hans" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(OLD)

    assert finish(source) == 0
    assert polib.pofile(str(source)).find("The river has %(n)s zones").msgstr == "旧"
