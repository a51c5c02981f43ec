"""Content in two languages: pairs of columns `<name>_zh` and `<name>_en`, read through one word."""

from typing import Any

from django.utils.translation import get_language


class Words(str):
    """A text that knows its language and whether it stands in for a missing translation."""

    lang: str = "zh-Hans"
    is_fallback: bool = False

    @classmethod
    def of(cls, text: str, lang: str, is_fallback: bool) -> "Words":
        words = cls(text)
        words.lang, words.is_fallback = lang, is_fallback
        return words


class Bilingual:
    """`title = Bilingual("title")` reads title_zh or title_en for the reader's language.

    The other language stands in when the wanted one is empty (`is_fallback` is then true), so a
    reader never meets an empty title; templates show the mark from `components/words.html`.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, row: Any, owner: type | None = None) -> Any:
        if row is None:
            return self
        return in_language(row, self.name, current())


def current() -> str:
    """`zh` or `en`, from the language that is active now."""
    return "en" if (get_language() or "zh-hans").startswith("en") else "zh"


def in_language(row: Any, name: str, language: str) -> Words:
    """The text of a pair in `language` (`zh` or `en`), else in the other one."""
    other = "zh" if language == "en" else "en"
    wanted = getattr(row, f"{name}_{language}")
    if wanted:
        return Words.of(wanted, TAGS[language], is_fallback=False)
    text = getattr(row, f"{name}_{other}") or ""
    return Words.of(text, TAGS[other], is_fallback=bool(text))


TAGS = {"zh": "zh-Hans", "en": "en"}
