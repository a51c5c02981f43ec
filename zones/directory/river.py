"""The river view: zones along the main stem as a schematic drawing, computed without database.

Degrees go in, points of a drawing come out. It is a line with dots, not a map with borders.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from textwrap import wrap

from zones.directory.river_labels import Sheet, placed
from zones.directory.river_layout import Point, smooth_path, spread

DATA = Path(__file__).parent / "data"
REACHES = ("upper", "middle", "lower")
NAME_LINE = Point(16, 26)  # where the name of a zone appears: above the drawing, free of dots
NAME_LEADING = 20
LABEL_HEIGHT = 16
CLOSER = 1.4  # how much larger the dots of one reach are drawn


@dataclass(frozen=True)
class Place:
    """A zone to draw: where it is and where its link leads."""

    slug: str
    name: str
    longitude: float
    latitude: float
    reach: str
    url: str
    reach_name: str = ""
    province: str = ""


@dataclass(frozen=True)
class Frame:
    """A sheet of paper: size, margins and the radius of a dot, in units of the drawing."""

    width: int
    height: int
    radius: float
    left: int = 40
    right: int = 40
    top: int = 56
    bottom: int = 24
    name_line: int = 90  # letters of a name that fit on the line it is written on


WIDE = Frame(1216, 490, 4.8)
TALL = Frame(390, 500, 4.0, left=16, right=40, bottom=16, name_line=44)


@dataclass(frozen=True)
class Window:
    """The stretch of country that a drawing shows, in degrees."""

    west: float
    east: float
    south: float
    north: float

    @classmethod
    def around(cls, points: Iterable[tuple[float, float]]) -> "Window":
        """The smallest window that holds all points (longitude, latitude)."""
        longitudes, latitudes = zip(*points, strict=True)
        return cls(min(longitudes), max(longitudes), min(latitudes), max(latitudes))

    def holds(self, longitude: float, latitude: float) -> bool:
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north

    def project(self, longitude: float, latitude: float, frame: Frame) -> Point:
        """Linear in both directions, stretched to fill the frame inside its margins."""
        across = (longitude - self.west) / ((self.east - self.west) or 1)
        down = (self.north - latitude) / ((self.north - self.south) or 1)
        return Point(
            frame.left + across * (frame.width - frame.left - frame.right),
            frame.top + down * (frame.height - frame.top - frame.bottom),
        )


@dataclass(frozen=True)
class Drawing:
    """All a template needs; coordinates are text, so that no locale can put a comma into them."""

    frame: Frame
    stem: str
    dots: list[dict]
    labels: list[dict]
    arcs: list[str]
    radius: str
    name_line: Point = NAME_LINE


def draw(
    places: Sequence[Place],
    frame: Frame = WIDE,
    language: str = "zh",
    reach: str = "",
    transfers: Iterable[tuple[str, str]] = (),
    text_size: float = 1,
) -> Drawing:
    """The drawing of `places`; `reach` shows that part of the river alone, larger.

    `transfers` are pairs (from slug, to slug); a pair whose ends are not both drawn is left out.
    `text_size` is how much larger than standard the reader has set the letters.
    """
    shown = tuple(place for place in places if not reach or place.reach == reach)
    frame = replace(frame, radius=frame.radius * CLOSER) if reach else frame
    ground = tuple((place.slug, place.longitude, place.latitude) for place in shown)
    spots, window = _laid_out(ground, frame, bool(reach))
    return Drawing(
        frame=frame,
        stem=smooth_path([window.project(*point, frame) for point in main_stem()]),
        dots=[_dot(place, spots[place.slug], frame, text_size) for place in shown],
        labels=_labels(window, frame, language, list(spots.values()), text_size),
        arcs=[_arc(spots[a], spots[b]) for a, b in transfers if a in spots and b in spots],
        radius=f"{frame.radius:.1f}",
    )


def reach_counts(places: Iterable[Place]) -> list[tuple[str, int]]:
    """(reach, number of zones) from the source to the sea; reaches without zones are left out."""
    counts = Counter(place.reach for place in places)
    return [(reach, counts[reach]) for reach in REACHES if counts[reach]]


@lru_cache(maxsize=32)
def _laid_out(
    ground: tuple[tuple[str, float, float], ...], frame: Frame, is_part: bool
) -> tuple[dict[str, Point], Window]:
    """Where each dot comes to lie; cached, since zones move about as often as rivers do."""
    stem = [] if is_part and ground else list(main_stem())
    window = Window.around([point[1:] for point in ground] + stem)
    true = [(slug, window.project(lon, lat, frame)) for slug, lon, lat in ground]
    return spread(dict(sorted(true)), frame.radius * 2 + 2, frame.width, frame.height), window


@lru_cache(maxsize=1)
def main_stem() -> tuple[tuple[float, float], ...]:
    """Points of the main stem (longitude, latitude) from the source down to the estuary."""
    with (DATA / "river_main_stem.csv").open(encoding="utf-8") as file:
        rows = [(float(row["longitude"]), float(row["latitude"])) for row in csv.DictReader(file)]
    return tuple(reversed(rows))


@lru_cache(maxsize=1)
def cities() -> tuple[dict[str, str], ...]:
    """Cities that help a reader find the way, the most helpful first."""
    with (DATA / "river_cities.csv").open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


def _dot(place: Place, spot: Point, frame: Frame, text_size: float) -> dict:
    lines = [
        {"text": text, "y": f"{NAME_LINE.y + number * NAME_LEADING * text_size:.1f}"}
        for number, text in enumerate(wrap(place.name, int(frame.name_line / text_size)))
    ]
    return {"place": place, "x": f"{spot.x:.1f}", "y": f"{spot.y:.1f}", "lines": lines}


def _labels(
    window: Window, frame: Frame, language: str, dots: list[Point], text_size: float
) -> list[dict]:
    """Names of the cities in view, each by its place, covering no dot and no other name."""
    wanted = []
    for city in cities():
        place = float(city["longitude"]), float(city["latitude"])
        if window.holds(*place):
            text = city[f"name_{language}"]
            spot = window.project(*place, frame)
            wanted.append((text, spot, _text_width(text) * text_size))
    height = LABEL_HEIGHT * text_size
    sheet = Sheet(frame.width, frame.height, dots, frame.radius + 2, height)
    return [
        {
            "text": label.text,
            "x": f"{label.spot.x:.1f}",
            "y": f"{label.spot.y:.1f}",
            "tie": "M{0.x:.1f},{0.y:.1f} L{1.x:.1f},{1.y:.1f}".format(*label.tie)
            if label.tie
            else "",
        }
        for label in placed(wanted, sheet)
    ]


def _text_width(text: str) -> float:
    """Of a label set at 13 units: Han characters are square, Latin letters about 0.6 of that."""
    return sum(13.5 if ord(letter) > 0x2E7F else 8 for letter in text)


def _arc(start: Point, end: Point) -> str:
    """A bow from one dot to another, higher the farther it reaches."""
    lift = abs(end.x - start.x) * 0.28 + 18
    middle = Point((start.x + end.x) / 2, max(6, min(start.y, end.y) - lift))
    return f"M{start.x:.1f},{start.y:.1f} Q{middle.x:.1f},{middle.y:.1f} {end.x:.1f},{end.y:.1f}"
