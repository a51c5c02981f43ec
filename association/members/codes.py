"""Checks of the codes by which organisations and places are known."""

import csv
import re
from functools import cache
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.cn import uscc
from stdnum.exceptions import ValidationError as NumberError

from association.lib.bilingual import current


def validate_credit_code(code: str) -> None:
    """Raise ValidationError unless `code` is 18 characters with a right check character.

    The rule is GB 32100-2015, the unified social credit code.
    """
    try:
        is_valid = uscc.validate(code) == code
    except NumberError:
        is_valid = False
    if not is_valid:
        raise ValidationError(
            _("%(code)s is not a valid unified social credit code."), params={"code": code}
        )


def validate_division_code(code: str) -> None:
    """Raise ValidationError unless `code` is six digits within a province of GB/T 2260."""
    if not re.fullmatch(r"[0-9]{6}", code) or f"{code[:2]}0000" not in names():
        raise ValidationError(
            _("%(code)s is not a code of an administrative division."), params={"code": code}
        )


@cache
def names() -> dict[str, tuple[str, str]]:
    """Code of each province-level division → its name in Chinese and in English."""
    with (Path(__file__).parent / "provinces.csv").open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines)
        return {row["code"]: (row["name_zh"], row["name_en"]) for row in rows}


def province_name(code: str) -> str:
    """Name of a province in the reader's language, empty for no code."""
    return names().get(code, ("", ""))[current() == "en"]
