"""Reading a file of organisations: what is understood, and what is refused before it is opened."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from association.lib.refusals import Refused
from association.members.importing.checking import plan_of
from association.members.importing.files import template
from association.members.importing.reading import read_sheet
from tests.association.members.test_importing import CODE, GOOD, HEAD, faults, sheet_of

pytestmark = pytest.mark.django_db


def csv_file(text, encoding="utf-8"):
    return SimpleUploadedFile("list.csv", text.encode(encoding))


def test_full_width_digits_and_a_number_without_loss_are_understood(cast, book):
    wide = CODE.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    row = ["firm", "江畔精密有限公司", "", wide, 320500]

    (found,) = plan_of(sheet_of(book([HEAD, row]))).rows

    assert found.after["credit_code"] == CODE
    assert found.after["division_code"] == "320500"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
def test_csv_is_read_in_the_encodings_of_the_country(cast, encoding):
    text = f"类别,中文名称,统一社会信用代码\r\n企业,江畔精密有限公司,{CODE}\r\n"

    (row,) = plan_of(sheet_of(csv_file(text, encoding))).rows

    assert row.after["name_zh"] == "江畔精密有限公司"


def test_a_code_that_a_spreadsheet_shortened_in_csv_is_named(cast):
    found = faults(csv_file("kind,name_zh,credit_code\nfirm,江畔,9.13205E+17\n"))

    assert "前 15 位" in found[0][1]


def test_hidden_sheets_are_ignored(cast, book):
    plan = plan_of(sheet_of(book([HEAD, GOOD], hidden_first=True)))

    assert plan.counts == {"new": 1}


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([["类别", "中文名称", "秘密"], ["企业", "甲", "乙"]], "秘密"),
        ([["类别", "类别", "中文名称"], ["企业", "企业", "甲"]], "重复的列"),
        ([["中文名称"], ["甲"]], "缺少"),
        ([HEAD], "没有数据"),
    ],
)
def test_a_file_with_wrong_headings_is_refused(book, rows, sentence):
    with pytest.raises(Refused, match=sentence):
        sheet_of(book(rows))


def zip_of(**parts):
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return memory.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"no zip at all",
        zip_of(a=b"not a workbook"),
        zip_of(bomb=b"0" * 30_000_000),
        zip_of(**{f"part{number}": b"x" for number in range(2_001)}),
    ],
    ids=["text", "other zip", "bomb", "many parts"],
)
def test_broken_and_hostile_workbooks_are_refused(content):
    with pytest.raises(Refused):
        sheet_of(SimpleUploadedFile("x.xlsx", content))


def test_a_workbook_with_an_entity_bomb_is_refused(book):
    good = zipfile.ZipFile(book([HEAD, GOOD]))
    parts = {name: good.read(name) for name in good.namelist()}
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    parts["xl/worksheets/sheet1.xml"] = bomb + b"<worksheet>&b;</worksheet>"

    with pytest.raises(Refused):
        sheet_of(SimpleUploadedFile("x.xlsx", zip_of(**parts)))


@pytest.mark.parametrize("name", ["x.pdf", "x.xls", "x"])
def test_other_kinds_of_file_are_refused(name):
    with pytest.raises(Refused, match="XLSX"):
        read_sheet(io.BytesIO(b"x"), name)


def test_a_file_over_the_limit_is_refused(settings):
    settings.HELIU_UPLOAD_LIMIT = 10

    with pytest.raises(Refused, match="10 MB"):
        read_sheet(io.BytesIO(b"x" * 11), "x.csv")


def test_the_template_is_a_file_that_the_import_reads(cast):
    with pytest.raises(Refused, match="没有数据"):
        read_sheet(io.BytesIO(template()), "template.xlsx")
