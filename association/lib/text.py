"""Text from people: cleaned once on the way in; names made findable by pinyin."""

import re
import unicodedata

from pypinyin import Style, lazy_pinyin

# Bidirectional controls can make a title or a file name read as something else.
BIDI_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F])
CONTROLS = dict.fromkeys([c for c in range(32) if c not in (9, 10, 13)] + [127, 0xFEFF])
MOST_MARKS = 4
# A base character followed by more than MOST_MARKS combining marks is an attack on layout.
COMBINING = "[̀-ͯ᪰-᫿᷀-᷿⃐-⃿︠-︯]"
MARKS = re.compile(f"({COMBINING}{{{MOST_MARKS}}}){COMBINING}+")


def clean_text(text: str) -> str:
    """NFC, one kind of line end, no control characters, at most four combining marks in a row."""
    text = MARKS.sub(r"\1", text)
    text = unicodedata.normalize("NFC", text).translate(CONTROLS)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def clean_line(text: str) -> str:
    """As `clean_text`, for a title or a name: one line, no bidirectional controls."""
    return re.sub(r"\s+", " ", clean_text(text).translate(BIDI_CONTROLS)).strip()


def name_key(*names: str) -> str:
    """What a name can be found by, in one lower-case string: itself, full pinyin, initials.

    `name_key("苏州工业园区")` holds `苏州工业园区`, `suzhougongyeyuanqu` and `szgyyq`.
    """
    parts: list[str] = []
    for name in filter(None, names):
        folded = fold(name)
        parts.append(folded)
        if any("一" <= letter <= "鿿" for letter in name):
            parts.append("".join(lazy_pinyin(name, errors=_keep)))
            parts.append("".join(lazy_pinyin(name, style=Style.FIRST_LETTER, errors=_keep)))
    return " | ".join(dict.fromkeys(fold(part) for part in parts))


def fold(text: str) -> str:
    """The form in which names are compared: full-width folded, lower case, single spaces."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()


def _keep(letters: str) -> str:
    return re.sub(r"[^0-9a-zA-Z]", "", letters)
