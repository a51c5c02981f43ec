"""Both catalogues hold a translation of every string that the code and the templates show."""

import io
import os
import shutil

import polib
import pytest
from django.core.management import call_command

from association.embedded.launch import PROJECT

LANGUAGES = ["zh_Hans", "en"]


@pytest.fixture(scope="module")
def extracted(tmp_path_factory):
    """Extract all strings into a copy of the catalogues, leaving the project's alone."""
    if shutil.which("xgettext") is None:
        end = pytest.fail if os.environ.get("CI") else pytest.skip
        end("install gettext to check the translations")
    copy = tmp_path_factory.mktemp("catalogues") / "locale"
    shutil.copytree(PROJECT / "locale", copy)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(PROJECT)
        patch.setattr("django.conf.settings.LOCALE_PATHS", [copy])
        call_command(
            "makemessages",
            locale=LANGUAGES,
            ignore_patterns=[".venv", ".heliu", "tests", "static", "staticfiles"],
            no_location=True,
            stdout=io.StringIO(),
        )
    return copy


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_string_is_untranslated_or_doubtful(extracted, language):
    catalogue = polib.pofile(str(extracted / language / "LC_MESSAGES" / "django.po"))

    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []
    assert len(catalogue.translated_entries()) > 0


def test_a_translation_keeps_the_places_that_are_filled_in(extracted):
    catalogue = polib.pofile(str(extracted / "zh_Hans" / "LC_MESSAGES" / "django.po"))

    wrong = [
        entry.msgid
        for entry in catalogue.translated_entries()
        if "python-format" in entry.flags
        for text in (entry.msgstr, *entry.msgstr_plural.values())
        if text and places(text) != places(entry.msgid_plural or entry.msgid)
    ]

    assert wrong == []


def places(text):
    """Return the named places such as %(count)s; their order may differ between languages."""
    return {part.partition(")")[0] for part in text.split("%(")[1:]}
