"""The river drawing: every zone, none touching, always the same."""

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zones.directory.river import (
    CLOSER,
    LABEL_HEIGHT,
    TALL,
    WIDE,
    Place,
    Window,
    cities,
    draw,
    main_stem,
    reach_counts,
)
from zones.directory.river_labels import BESIDE, FARTHEST
from zones.directory.river_layout import Box

REACHES = ("lower", "middle", "upper")


def place(number, longitude, latitude, reach="lower"):
    return Place(f"z{number}", f"开发区{number}", longitude, latitude, reach, f"/zones/z{number}/")


DELTA = [
    place(number, 120 + number % 9 * 0.13, 31 + number // 9 * 0.08, "lower") for number in range(60)
]
ELSEWHERE = [
    place(61, 114.3, 30.6, "middle"),
    place(62, 112.9, 28.2, "middle"),
    place(63, 104.1, 30.6, "upper"),
    place(64, 102.8, 24.9, "upper"),
]
ALL = DELTA + ELSEWHERE


def nearest(drawing):
    points = [(float(dot["x"]), float(dot["y"])) for dot in drawing.dots]
    return min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(points, 2))


@pytest.mark.parametrize("frame", [WIDE, TALL])
def test_every_zone_is_drawn(frame):
    assert {dot["place"].slug for dot in draw(ALL, frame).dots} == {zone.slug for zone in ALL}


@pytest.mark.parametrize("frame", [WIDE, TALL])
def test_no_two_dots_touch_in_the_crowded_delta(frame):
    assert nearest(draw(ALL, frame)) > 2 * frame.radius


@pytest.mark.parametrize("frame", [WIDE, TALL])
def test_dots_of_one_reach_are_larger_and_do_not_touch(frame):
    drawing = draw(ALL, frame, reach="lower")

    assert len(drawing.dots) == len(DELTA)
    assert float(drawing.radius) == pytest.approx(frame.radius * CLOSER, abs=0.05)
    assert nearest(drawing) > 2 * frame.radius * CLOSER


def test_dots_stay_inside_the_drawing():
    for dot in draw(ALL, TALL).dots:
        assert 0 < float(dot["x"]) < TALL.width
        assert 0 < float(dot["y"]) < TALL.height


def test_the_same_zones_give_the_same_drawing_in_any_order():
    assert sorted(str(dot) for dot in draw(ALL).dots) == sorted(
        str(dot) for dot in draw(list(reversed(ALL))).dots
    )


def test_a_lone_dot_lies_at_its_true_place():
    shanghai, wuhan = place(1, 121.5, 31.2), place(2, 114.3, 30.6, "middle")

    east, west = (float(dot["x"]) for dot in draw([shanghai, wuhan]).dots)

    assert east - west > WIDE.width / 4


@given(st.lists(st.tuples(st.floats(98, 122), st.floats(24, 34)), min_size=2, max_size=40))
@settings(max_examples=25, deadline=None)
def test_no_two_dots_touch_wherever_the_zones_lie(points):
    places = [place(number, *point) for number, point in enumerate(points)]

    assert nearest(draw(places)) > 2 * WIDE.radius


def test_zones_at_one_and_the_same_place_are_moved_apart():
    assert nearest(draw([place(number, 121.0, 31.0) for number in range(12)])) > 2 * WIDE.radius


def test_without_zones_there_is_the_river_alone():
    drawing = draw([])

    assert drawing.dots == []
    assert drawing.stem.startswith("M")
    assert reach_counts([]) == []


@pytest.mark.parametrize("reach", REACHES)
def test_a_reach_without_zones_is_an_empty_drawing(reach):
    assert draw([], reach=reach).dots == []


def test_the_legend_counts_what_is_there():
    assert reach_counts(ALL) == [("upper", 2), ("middle", 2), ("lower", 60)]


def test_city_names_cover_no_dot():
    drawing = draw(ALL)
    assert drawing.labels
    for label in drawing.labels:
        left, bottom = float(label["x"]), float(label["y"])
        right, top = left + 13 * len(label["text"]), bottom - 12
        for dot in drawing.dots:
            x, y = float(dot["x"]), float(dot["y"])
            assert not (left < x < right and top < y < bottom)


def test_city_names_are_in_the_language_of_the_page():
    assert "上海" in {label["text"] for label in draw(ALL, language="zh").labels}
    assert "Shanghai" in {label["text"] for label in draw(ALL, language="en").labels}


@pytest.mark.parametrize("frame", [WIDE, TALL])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("text_size", [1, 1.375])
def test_a_city_name_stands_by_its_place_or_is_tied_to_it(frame, language, text_size):
    drawing = draw(ALL, frame, language, text_size=text_size)

    window = Window.around([(p.longitude, p.latitude) for p in ALL] + list(main_stem()))
    assert drawing.labels
    for label in drawing.labels:
        city = next(one for one in cities() if one[f"name_{language}"] == label["text"])
        place = window.project(float(city["longitude"]), float(city["latitude"]), frame)
        width = 14 * len(label["text"]) * text_size
        left, bottom = float(label["x"]), float(label["y"]) + 6
        box = Box(left, bottom - LABEL_HEIGHT * text_size - 2, left + width, bottom)
        assert box.distance(place) < (FARTHEST * 1.5 if label["tie"] else BESIDE + 2)


def test_without_transfers_there_are_no_arcs():
    assert draw(ALL).arcs == []


def test_a_transfer_is_an_arc_between_two_drawn_zones():
    drawing = draw(ALL, transfers=[("z1", "z63"), ("z1", "unknown")])

    assert len(drawing.arcs) == 1


def test_a_long_name_is_broken_for_the_narrow_drawing():
    name = "Shanghai Chemical Industry Economic and Technological Development Zone"
    zone = Place("scip", name, 121.4, 30.8, "lower", "/zones/scip/")

    lines = draw([zone], TALL).dots[0]["lines"]

    assert len(lines) == 2
    assert all(len(line["text"]) <= TALL.name_line for line in lines)


def test_the_stem_runs_from_west_to_east():
    longitudes = [point[0] for point in main_stem()]

    assert longitudes[0] < 103
    assert longitudes[-1] > 121
