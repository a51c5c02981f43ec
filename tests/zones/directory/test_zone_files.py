"""The directory as a file: what is filtered, with the basis of each fact, and no formulas."""

import csv
import io

import openpyxl
import pytest

from association.lib.dates import today
from zones.directory.models import Zone

pytestmark = pytest.mark.django_db


def read_csv(response) -> list[dict]:
    text = b"".join(response.streaming_content).decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:])))


def read_xlsx(response) -> list[tuple]:
    content = b"".join(response.streaming_content)
    sheet = openpyxl.load_workbook(io.BytesIO(content), read_only=True).active
    return list(sheet.iter_rows(values_only=True))


def test_a_file_holds_what_the_list_shows(client, reference):
    shown = client.get("/zones/", {"reach": "upper", "q": "经济"}).context["total"]

    rows = read_csv(client.get("/zones/export.csv", {"reach": "upper", "q": "经济"}))
    sheet = read_xlsx(client.get("/zones/export.xlsx", {"reach": "upper", "q": "经济"}))

    assert len(rows) == len(sheet) - 1 == shown > 0
    assert {row["流域位置"] for row in rows} == {"上游"}


def test_a_file_speaks_the_language_of_its_address(client, reference):
    (row,) = read_csv(client.get("/en/zones/export.csv", {"q": "ksjj"}))

    assert (row["Province"], row["Reach"]) == ("Jiangsu", "lower reach")
    assert row["Basis of the year"] == "period sourced, year to be confirmed"
    assert "C39" in row["Industry codes"].split("; ")


def test_figures_are_numbers_in_a_workbook(client, reference):
    head, row = read_xlsx(client.get("/en/zones/export.xlsx", {"q": "caohejing"}))

    assert dict(zip(head, row, strict=True))["Approved area (ha)"] == 1330


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_no_cell_is_taken_for_a_formula(client, start):
    name = f"{start}HYPERLINK(1)"
    Zone.objects.create(slug="evil", kind="etdz", name_zh=name)

    (row,) = read_csv(client.get("/en/zones/export.csv"))
    _, cells = read_xlsx(client.get("/en/zones/export.xlsx"))

    assert row["Chinese name"] == f"'{name}"
    assert cells[1].startswith("'")


def test_the_number_of_queries_does_not_grow(client, reference, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        list(client.get("/zones/export.csv").streaming_content)


def test_the_file_bears_the_day_and_its_sheet_the_name_of_the_list(client, reference):
    response = client.get("/zones/export.xlsx")

    assert f'filename="zones-{today()}.xlsx"' in response["Content-Disposition"]
    content = b"".join(response.streaming_content)
    assert openpyxl.load_workbook(io.BytesIO(content)).sheetnames == ["开发区名录"]


def test_countries_are_named_and_sources_stand_one_a_line(client, reference):
    (row,) = read_csv(client.get("/en/zones/export.csv", {"q": "caohejing"}))

    assert row["Country"] == "China"
    sources = row["Sources"].split("\n")
    assert len(sources) == 3
    assert "code-index" not in row["Sources"]
    assert "code-index" in Zone.objects.get(slug="shanghai-caohejing").source
