"""The tables of answers: one row for each address and method, one column for each visitor.

`{name}` in an address or a form is a thing of the world. The route that a row is about follows
from its address. Codes: the status; `login` sent to sign in; `told` sent back with a refusal.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from django.urls import get_resolver, resolve

from tests.access.asking import VISITORS

FOLDER = Path(__file__).parent
METHODS = ("GET", "POST")
NAME = re.compile(r"\{([\w.]+)\}")


@dataclass(frozen=True)
class Row:
    """One line of a table."""

    area: str
    line: int
    method: str
    address: str
    form: str
    expected: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.area}.csv:{self.line} {self.method} {self.address} {self.form}".strip()

    def expected_for(self, visitor: str) -> str:
        """The code that the table has for a visitor."""
        return self.expected[VISITORS.index(visitor)]

    @property
    def things(self) -> list[str]:
        """Names of the things in the address."""
        return NAME.findall(self.address)

    @cached_property
    def route(self) -> str:
        """The pattern that the address leads to; Resolver404 when there is none."""
        return resolve(NAME.sub("1", self.address).partition("?")[0]).route

    def filled(self, text: str, names: dict[str, str]) -> str:
        """`text` with the values of its names."""
        return NAME.sub(lambda match: names[match[1]], text)


def rows_of(area: str) -> list[Row]:
    """The rows of one table; a line that starts with # says why the next ones are as they are."""
    with (FOLDER / f"{area}.csv").open(encoding="utf-8") as lines:
        read = csv.reader(lines)
        heading = next(read)
        assert heading == ["method", "address", "form", *VISITORS], area
        return [
            Row(area, read.line_num, *line[:3], tuple(line[3:]))
            for line in read
            if line and not line[0].startswith("#")
        ]


def all_routes(patterns=None, before: str = "") -> Iterator[str]:
    """Every pattern that the resolver knows, put together as ResolverMatch.route does."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        own = str(one.pattern)
        route = before + own.removeprefix("^") if before else own
        if hasattr(one, "url_patterns"):
            yield from all_routes(one.url_patterns, route)
        else:
            yield route
