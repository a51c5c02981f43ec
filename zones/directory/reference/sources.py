"""What a reference file is: its columns, and how a line of it becomes a record of a model."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import zones.directory
import zones.industries
from zones.directory.reference.merging import Record, Target
from zones.directory.reference.reading import Parser, Row

ZONE_DATA = Path(zones.directory.__file__).parent / "data"
INDUSTRY_DATA = Path(zones.industries.__file__).parent / "data"


@dataclass
class Known:
    """Codes that other lines may refer to, gathered from the files themselves."""

    reaches: dict[str, str] = field(default_factory=dict)  # province code → reach
    provinces: dict[str, str] = field(default_factory=dict)  # province code → slug
    industries: dict[str, str] = field(default_factory=dict)  # code → slug
    zones: dict[str, str] = field(default_factory=dict)  # slug → file

    def province(self, row: Row) -> str:
        """Slug of the province of a line, or empty and a fault."""
        code = row["province_code"]
        if code not in self.provinces:
            row.refuse("province_code", f"“{code}” is not in provinces.csv.")
        return self.provinces.get(code, "")

    def industry_slugs(self, row: Row, *columns: str) -> list[str]:
        """Slugs of the codes in some columns of a line; an unknown code is a fault."""
        found = []
        for column in columns:
            for code in row[column]:
                if code in self.industries:
                    found.append(self.industries[code])
                else:
                    row.refuse(column, f"“{code}” is not in industries.csv.")
        return sorted(set(found))

    def add_zone(self, row: Row) -> None:
        """Note that this line describes the zone `slug`; a second description is a fault."""
        file = self.zones.setdefault(row["slug"], row.table.file)
        if file != row.table.file:
            row.refuse("slug", f"“{row['slug']}” stands already in {file}.")


@dataclass(frozen=True)
class Source:
    """One file; `record` answers None for a line that only other sources concern."""

    file: str
    folder: Path
    columns: Mapping[str, Parser]
    key: str
    target: Target
    record: Callable[[Row, Known], Record | None]
    # Told apart in the report where one file fills two tables.
    part: str = ""
    # Called for each line before any record is made.
    announce: Callable[[Row, Known], None] = lambda row, known: None

    @property
    def label(self) -> str:
        return f"{self.file} ({self.part})" if self.part else self.file
