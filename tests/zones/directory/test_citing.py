"""Which sources a reader is shown."""

import pytest

from zones.directory.citing import cited


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("", []),
        ("recall", []),
        ("a.cn/1; b.cn/2 ; a.cn/1", ["a.cn/1", "b.cn/2"]),
        ("code-index file 38 (script, 2024); a.cn/1", ["a.cn/1"]),
        ("Seed list of the project; a.cn/seeds.htm", ["a.cn/seeds.htm"]),
        ("a.cn/1 (pages 2; 3); b.cn/2", ["a.cn/1 (pages 2; 3)", "b.cn/2"]),
    ],
)
def test_sources_are_those_that_can_be_looked_up(source, shown):
    assert cited(source) == shown


def test_several_texts_are_one_list():
    assert cited("a.cn/1", "", "a.cn/1; b.cn/2") == ["a.cn/1", "b.cn/2"]
