"""JSON from outside: only what every parser reads alike, and what PostgreSQL can store."""

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DEEPEST = 32
LONGEST_NUMBER = 40
STRING = re.compile(r'"(?:[^"\\]|\\.)*"?', re.DOTALL)
BRACKET = re.compile(r"[\[\]{}]")


def check_json(body: bytes, charset: str = "utf-8") -> str | Promise | None:
    """Why the body is refused, as a sentence, or None.

    Refused: another encoding than UTF-8, a byte order mark, nesting deeper than 32, duplicate
    names, NaN and infinities, numbers of more than 40 characters, U+0000, lone surrogates.
    """
    try:
        text = decode(body, charset)
        check_nesting(text)
        found = json.loads(
            text,
            object_pairs_hook=distinct,
            parse_constant=number,
            parse_int=number,
            parse_float=number,
        )
        check_strings(found)
    except Unsound as refusal:
        return refusal.sentence
    except ValueError:
        return _("The body is not valid JSON.")
    return None


class Unsound(ValueError):
    """The JSON is refused for the reason in `sentence`."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def decode(body: bytes, charset: str) -> str:
    """The text; Unsound for another encoding than UTF-8 or a byte order mark."""
    if charset.lower().replace("-", "") != "utf8" or body[:3] == b"\xef\xbb\xbf":
        raise Unsound(_("JSON must be sent as UTF-8 without a byte order mark."))
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise Unsound(_("JSON must be sent as UTF-8 without a byte order mark.")) from None


def check_nesting(text: str) -> None:
    """Counted before parsing, since the parser itself would recurse."""
    depth = 0
    for bracket in BRACKET.finditer(STRING.sub("", text)):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > DEEPEST:
            raise Unsound(_("The JSON is nested too deeply."))


def distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose names are all different."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Unsound(_("A name occurs twice in one JSON object."))
    return found


def number(text: str) -> float:
    """A finite number of reasonable length (the value itself is only looked at)."""
    if len(text) > LONGEST_NUMBER or not math.isfinite(float(text)):
        raise Unsound(_("A number in the JSON is too long or not finite."))
    return float(text)


def check_strings(found: Any) -> None:
    """Unsound for text that PostgreSQL cannot store."""
    for text in strings(found):
        if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
            raise Unsound(_("The JSON contains characters that cannot be stored."))


def strings(found: Any) -> Iterator[str]:
    """Every name and text in a parsed body, at most DEEPEST levels down."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        yield from found
        for value in found.values():
            yield from strings(value)
    elif isinstance(found, list):
        for value in found:
            yield from strings(value)
