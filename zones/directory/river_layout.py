"""Geometry of the river view: a smooth line, dots that do not touch, labels that cover nothing."""

from collections.abc import Iterator, Mapping, Sequence
from math import hypot
from typing import NamedTuple

ROUNDS = 400
PULL = 0.04  # share of the way back to its true place that a dot takes in each round
PULLING_ROUNDS = 120


class Point(NamedTuple):
    x: float
    y: float


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def nearest(self, point: Point) -> Point:
        """The point of the box that is nearest to `point`."""
        across = min(max(point.x, self.left), self.right)
        return Point(across, min(max(point.y, self.top), self.bottom))

    def distance(self, point: Point) -> float:
        return hypot(*(a - b for a, b in zip(self.nearest(point), point, strict=True)))

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def smooth_path(points: Sequence[Point]) -> str:
    """An SVG path through all points (Catmull-Rom as cubic Béziers)."""
    if not points:
        return ""
    parts = [f"M{points[0].x:.1f},{points[0].y:.1f}"]
    for i in range(len(points) - 1):
        before, start, end = points[max(i - 1, 0)], points[i], points[i + 1]
        after = points[min(i + 2, len(points) - 1)]
        first = (start.x + (end.x - before.x) / 6, start.y + (end.y - before.y) / 6)
        second = (end.x - (after.x - start.x) / 6, end.y - (after.y - start.y) / 6)
        numbers = (*first, *second, *end)
        parts.append("C" + " ".join(f"{number:.1f}" for number in numbers))
    return " ".join(parts)


def spread(
    true: Mapping[str, Point], distance: float, width: float, height: float
) -> dict[str, Point]:
    """Dots near their true places with centres at least `distance` apart, inside the drawing.

    Deterministic: dots that touch push each other apart; at first each is also drawn back to its
    true place, then only pushed until none touches. The order of `true` decides ties.
    """
    spots = {slug: list(point) for slug, point in true.items()}
    edge = distance / 2
    for turn in range(ROUNDS):
        is_pulling = turn < PULLING_ROUNDS
        if is_pulling:
            _pull_back(spots, true)
        has_moved = _push_apart(spots, distance + 0.05)
        for spot in spots.values():
            spot[0] = min(max(spot[0], edge), width - edge)
            spot[1] = min(max(spot[1], edge), height - edge)
        if not (has_moved or is_pulling):
            break
    return {slug: Point(*spot) for slug, spot in spots.items()}


def _pull_back(spots: dict[str, list[float]], true: Mapping[str, Point]) -> None:
    for slug, spot in spots.items():
        spot[0] += (true[slug].x - spot[0]) * PULL
        spot[1] += (true[slug].y - spot[1]) * PULL


def _push_apart(spots: dict[str, list[float]], distance: float) -> bool:
    """Moves each touching pair half the missing distance apart; whether any pair touched."""
    has_moved = False
    for number, (first, second) in enumerate(_near_pairs(list(spots.values()), distance)):
        across, down = second[0] - first[0], second[1] - first[1]
        apart = hypot(across, down)
        if apart >= distance:
            continue
        if apart < 1e-6:  # one and the same place: any direction, but always the same one
            across, down, apart = (1.0, 0.3, 1.044) if number % 2 else (0.3, 1.0, 1.044)
        push = (distance - hypot(second[0] - first[0], second[1] - first[1])) / 2 / apart
        first[0] -= across * push
        first[1] -= down * push
        second[0] += across * push
        second[1] += down * push
        has_moved = True
    return has_moved


def _near_pairs(
    spots: list[list[float]], distance: float
) -> Iterator[tuple[list[float], list[float]]]:
    """Pairs in neighbouring cells of a grid as wide as `distance`, each pair once."""
    cells: dict[tuple[int, int], list[int]] = {}
    for number, spot in enumerate(spots):
        cells.setdefault((int(spot[0] // distance), int(spot[1] // distance)), []).append(number)
    for (column, row), members in cells.items():
        around = [
            other
            for step in (-1, 0, 1)
            for lane in (-1, 0, 1)
            for other in cells.get((column + step, row + lane), ())
        ]
        for first in members:
            for second in around:
                if first < second:
                    yield spots[first], spots[second]
