"""The word in an organisation's address, made from its name."""

import re

from django.utils.text import slugify
from pypinyin import lazy_pinyin

LONGEST = 60


def slug_of(name_zh: str, name_en: str = "") -> str:
    """From the English name, else from the pinyin of the Chinese one; never empty."""
    text = slugify(name_en) or slugify(" ".join(lazy_pinyin(name_zh, errors="ignore")))
    return re.sub(r"-+$", "", (text or "organisation")[:LONGEST])


def free_slugs(wanted: list[str], taken: set[str]) -> list[str]:
    """The wanted words in their order, with a number behind those that are taken."""
    taken, found = set(taken), []
    for word in wanted:
        free, number = word, 2
        while free in taken:
            free, number = f"{word}-{number}", number + 1
        taken.add(free)
        found.append(free)
    return found
