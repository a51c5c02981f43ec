"""Names of cities on the river view: beside their place, or tied to it by a line, or left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zones.directory.river_layout import Box, Point

BESIDE = 10  # a name this near needs no line to its place
FARTHEST = 48
STEP = 4
SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
PROBES = 12  # points of a line that are looked at
DOT_BETWEEN = 12  # so much farther may a name stand to spare its line a dot


@dataclass(frozen=True)
class Label:
    """A text at its baseline's start; `tie` runs from its place to it where it stands apart."""

    text: str
    spot: Point
    tie: tuple[Point, Point] | None


@dataclass(frozen=True)
class Sheet:
    """What labels have to keep clear of, and how tall their letters are."""

    width: float
    height: float
    dots: Sequence[Point]
    reach: float  # of a dot, with a little air
    line_height: float


def placed(wanted: Sequence[tuple[str, Point, float]], sheet: Sheet) -> list[Label]:
    """Labels for (text, place, width); earlier ones choose first, each the best clear spot.

    One that finds none within FARTHEST is left out rather than printed over a dot or far away.
    """
    dots = [
        Box(x - sheet.reach, y - sheet.reach, x + sheet.reach, y + sheet.reach)
        for x, y in sheet.dots
    ]
    names: list[Box] = []
    found = []
    for text, place, width in wanted:
        boxes = _boxes_around(place, width, sheet.line_height)
        clear = [box for box in boxes if _is_clear(box, place, sheet, dots, names)]
        if clear:
            box = min(clear, key=lambda box: _cost(box, place, dots))
            names.append(box)
            spot = Point(box.left, box.bottom - sheet.line_height * 0.25)
            found.append(Label(text, spot, _tie(place, box)))
    return found


def _is_clear(
    box: Box, place: Point, sheet: Sheet, dots: Sequence[Box], names: Sequence[Box]
) -> bool:
    is_inside = box.left >= 4 and box.right <= sheet.width - 4
    is_inside = is_inside and box.top >= 4 and box.bottom <= sheet.height - 4
    if not is_inside or any(box.meets(other) for other in (*dots, *names)):
        return False
    tie = _tie(place, box)
    return not (tie and any(_crosses(tie, name) for name in names))


def _cost(box: Box, place: Point, dots: Sequence[Box]) -> float:
    """A name is best near its place, with few dots on the line between them."""
    tie = _tie(place, box)
    between = sum(_crosses(tie, dot) for dot in dots) if tie else 0
    return box.distance(place) + between * DOT_BETWEEN


def _boxes_around(place: Point, width: float, height: float) -> Iterator[Box]:
    """Boxes for a text around its place, to all sides, from near to far."""
    for gap in range(6, FARTHEST, STEP):
        for dx, dy in SIDES:
            left = place.x + dx * gap - (width / 2 if not dx else (width if dx < 0 else 0))
            top = place.y + dy * gap - (height / 2 if not dy else (height if dy < 0 else 0))
            yield Box(left, top, left + width, top + height)


def _tie(place: Point, box: Box) -> tuple[Point, Point] | None:
    return (place, box.nearest(place)) if box.distance(place) > BESIDE else None


def _crosses(tie: tuple[Point, Point], box: Box) -> bool:
    (x, y), end = tie
    steps = (number / PROBES for number in range(PROBES + 1))
    points = (Point(x + (end.x - x) * part, y + (end.y - y) * part) for part in steps)
    return any(box.distance(point) < 1 for point in points)
