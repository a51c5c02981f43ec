"""A broken reference file is refused with file, line and column, and nothing is written."""

import pytest
from django.core.management.base import CommandError

from tests.zones.directory.reference_files import edit, load
from zones.directory.models import Zone
from zones.industries.models import Industry

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (
            "national_zones.csv",
            ",1988,6,",
            ",19x8,6,",
            "line 2, column approved_year: “19x8” is not",
        ),
        ("national_zones.csv", "121.4315", "221.4315", "line 2, column longitude: “221.4315” is"),
        ("national_zones.csv", "C39;C26;C30", "C39;Q99;C30", "column industry_codes: “Q99” is not"),
        (
            "national_zones.csv",
            "hongqiao-etdz",
            "minhang-etdz",
            "line 4, column slug: “minhang-etdz”",
        ),
        ("national_zones.csv", "hongqiao-etdz", "Hong qiao", "line 3, column slug: “Hong qiao”"),
        (
            "national_zones.csv",
            "province_code",
            "province",
            "line 1, column province_code: the col",
        ),
        ("national_zones.csv", ",310000,", ",990000,", "column province_code: “990000” is not in"),
        (
            "industries.csv",
            "gbt4754-2017,A01,division,A",
            "gbt4754-2017,A01,division,Z",
            "parent_code",
        ),
        ("industry_terms.csv", "电子信息,", "电子信息,more,", "the line has 6 fields instead of 5"),
        ("overseas_zones.csv", ",EG,", ",Egypt,", "line 2, column country_code: “Egypt” is not"),
        (
            "border_zones.csv",
            "wanding-becz",
            "kunshan-etdz",
            "stands already in national_zones.csv",
        ),
        ("yreb_demo_zones_2016.csv", ",nantong-etdz,", ",nowhere,", "no zone is described under"),
        ("provinces.csv", "北京市", "", "line 2, column name_zh: must not be empty."),
        ("provinces.csv", "北京市", '"北"京市', "line 2: not a line of a CSV file"),
    ],
)
def test_a_broken_file_is_refused_with_line_and_column(folder, file, old, new, fault):
    edit(folder / file, old, new)

    with pytest.raises(CommandError) as refusal:
        load("--folder", str(folder))

    assert f"{file}, line" in str(refusal.value)
    assert fault in str(refusal.value)
    assert not Zone.objects.exists()
    assert not Industry.objects.exists()


def test_a_missing_file_and_one_in_another_encoding_are_refused(folder):
    (folder / "border_zones.csv").unlink()
    (folder / "provinces.csv").write_bytes("code,name_zh\n110000,北京".encode("gbk"))

    with pytest.raises(CommandError) as refusal:
        load("--folder", str(folder))

    assert "border_zones.csv, line 1: the file is missing." in str(refusal.value)
    assert "provinces.csv, line 2: the file is not UTF-8 text." in str(refusal.value)
