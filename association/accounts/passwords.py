"""What a password must be (OWASP ASVS 2.1): long, not common, not a name from our own world."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

WORDS = Path(__file__).parent / "data" / "weak_words.txt"
LONGEST = 512
REST_SIGNS = 6


class LengthValidator:
    """At least `min_length` characters, `staff_length` for people of the secretariat."""

    def __init__(self, min_length: int = 12, staff_length: int = 15) -> None:
        self.min_length = min_length
        self.staff_length = staff_length

    def validate(self, password: str, user=None) -> None:
        needed = self.staff_length if user and user.pk and user.is_staff else self.min_length
        if len(password) < needed:
            sentence = ngettext(
                "The password needs at least %(n)s character.",
                "The password needs at least %(n)s characters.",
                needed,
            )
            raise ValidationError(sentence, code="password_too_short", params={"n": needed})
        if len(password) > LONGEST:
            raise ValidationError(
                _("The password may have at most %(n)s characters."),
                code="password_too_long",
                params={"n": LONGEST},
            )

    def get_help_text(self):
        return _("At least 12 characters, 15 for the secretariat.")


class LocalWordsValidator:
    """Not made of the names that everybody here would guess first: zones, cities, their pinyin."""

    def validate(self, password: str, user=None) -> None:
        """Refuse it when a name is in it and, without names and digits, hardly anything is left."""
        plain = unicodedata.normalize("NFKC", password).casefold()
        plain = "".join(sign for sign in plain if sign.isalnum())
        rest, found = _pattern().subn("", plain)
        signs = {sign for sign in rest if not sign.isdigit()}
        if found and len(signs) < REST_SIGNS:
            raise ValidationError(
                _("This password is made of names that are easily guessed here."),
                code="password_local_words",
            )

    def get_help_text(self):
        return _("Not made of the names of zones or cities.")


@cache
def _pattern() -> re.Pattern:
    """Any of the words, longest first."""
    words = sorted(set(WORDS.read_text(encoding="utf-8").split()), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
