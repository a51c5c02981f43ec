"""One province for the pages of the front."""

import pytest
from django.utils import translation

from zones.directory.models import Province


@pytest.fixture
def jiangsu(db):
    return Province.objects.create(
        code="320000",
        slug="jiangsu",
        name_zh="江苏省",
        short_name_zh="江苏",
        name_en="Jiangsu",
        iso_code="CN-JS",
        is_in_belt=True,
        reach="lower",
        longitude="119.4",
        latitude="32.9",
    )


@pytest.fixture(autouse=True)
def _in_chinese():
    """An English page visited by an earlier test leaves its language behind."""
    with translation.override("zh-hans"):
        yield
