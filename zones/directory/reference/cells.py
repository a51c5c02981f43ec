"""Parsers of single cells: text in, value out, ValueError with a sentence for a wrong cell."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from association.lib.text import clean_line
from zones.directory.reference.reading import Parser

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
EARLIEST_YEAR, LATEST_YEAR = 1949, 2100


def line(most: int = 10_000, *, needed: bool = False) -> Parser:
    """A text of one line with at most `most` characters."""

    def parse(cell: str) -> str:
        text = clean_line(cell)
        if needed and not text:
            raise ValueError("must not be empty.")
        if len(text) > most:
            raise ValueError(f"has {len(text)} characters, {most} are allowed.")
        return text

    return parse


def slug(cell: str) -> str:
    """Lower-case letters, digits and hyphens."""
    if not SLUG.fullmatch(cell) or len(cell) > 80:
        raise ValueError(f"“{_short(cell)}” is not a slug (a–z, 0–9 and single hyphens).")
    return cell


def digits(count: int, *, needed: bool = False) -> Parser:
    """A code of exactly `count` digits, or empty."""

    def parse(cell: str) -> str:
        if (cell or needed) and not re.fullmatch(rf"[0-9]{{{count}}}", cell):
            raise ValueError(f"“{_short(cell)}” is not a code of {count} digits.")
        return cell

    return parse


def whole(low: int, high: int, *, needed: bool = False) -> Parser:
    """A whole number within limits, or None."""

    def parse(cell: str) -> int | None:
        if not cell and not needed:
            return None
        if not re.fullmatch(r"[0-9]{1,9}", cell) or not low <= int(cell) <= high:
            raise ValueError(f"“{_short(cell)}” is not a whole number from {low} to {high}.")
        return int(cell)

    return parse


year = whole(EARLIEST_YEAR, LATEST_YEAR)
month = whole(1, 12)


def decimal(low: int, high: int, *, needed: bool = False) -> Parser:
    """A decimal number within limits, or None."""

    def parse(cell: str) -> Decimal | None:
        if not cell and not needed:
            return None
        try:
            value = Decimal(cell)
        except InvalidOperation:
            value = Decimal("NaN")
        if not value.is_finite() or not low <= value <= high:
            raise ValueError(f"“{_short(cell)}” is not a number from {low} to {high}.")
        return value

    return parse


longitude = decimal(-180, 180)
latitude = decimal(-90, 90)
area = decimal(0, 10_000_000)


def one_of(values: Iterable[str], *, needed: bool = False) -> Parser:
    """One of the words of a code list, or empty."""
    allowed = list(values)

    def parse(cell: str) -> str:
        if (cell or needed) and cell not in allowed:
            raise ValueError(f"“{_short(cell)}” is none of: {', '.join(allowed)}.")
        return cell

    return parse


def words(cell: str) -> list[str]:
    """A list separated by semicolons."""
    return [word for word in (clean_line(part) for part in cell.split(";")) if word]


def country(cell: str) -> str:
    """A two-letter code as of ISO 3166-1."""
    if not re.fullmatch(r"[A-Z]{2}", cell):
        raise ValueError(f"“{_short(cell)}” is not a country code of two letters.")
    return cell


confirmed = one_of(("yes", "recall"), needed=True)


def _short(cell: str) -> str:
    return cell if len(cell) <= 40 else f"{cell[:40]}…"
