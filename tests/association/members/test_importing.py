"""Import of organisations: read with suspicion, checked by the cell, written whole or not."""

import io
import zipfile

import pytest

from association.lib.refusals import Conflict, NotAllowed, Overtaken, Refused
from association.members.importing.checking import plan_of
from association.members.importing.files import faults_workbook
from association.members.importing.reading import read_sheet
from association.members.importing.writing import seal, write
from association.members.models import Organisation, OrganisationImport
from tests.association.members.test_register import code_from

pytestmark = pytest.mark.django_db
HEAD = ["类别", "中文名称", "英文名称", "统一社会信用代码", "行政区划代码", "网址"]
CODE = code_from("91320500MA1MTR7W1")
GOOD = ["企业", "江畔精密有限公司", "Riverside Precision", CODE, "320500", "https://jiang.example"]


def sheet_of(file):
    return read_sheet(file, file.name)


def run_of(file, person):
    return OrganisationImport.objects.create(file_name=file.name, sheet=sheet_of(file), by=person)


def written(run, person):
    return write(run, seal(run, plan_of(run.sheet)), by=person)


def renaming(book):
    return book([["kind", "name_zh", "name_en"], ["firm", "恒通电子有限公司", "HT"]])


def faults(file):
    plan = plan_of(sheet_of(file))
    return [(fault.cell, fault.reason) for fault in plan.faults]


def test_a_good_file_is_written(cast, book):
    run = run_of(book([HEAD, GOOD]), cast.publisher)

    plan = written(run, cast.secretariat)

    row = Organisation.objects.get(credit_code=CODE)
    assert plan.counts == {"new": 1}
    assert row.verification == "unverified"
    assert row.slug == "riverside-precision"
    assert "jpjmyxgs" in row.name_key


def test_the_same_file_twice_makes_no_duplicate(cast, book):
    written(run_of(book([HEAD, GOOD]), cast.publisher), cast.secretariat)

    plan = plan_of(sheet_of(book([HEAD, GOOD])))

    assert plan.counts == {"unchanged": 1}
    assert not plan.is_writable


def test_a_change_is_shown_before_and_after_and_empty_cells_change_nothing(cast, book):
    file = book([["kind", "name_zh", "name_en", "website"], ["firm", "恒通电子有限公司", "HT", ""]])

    plan = plan_of(sheet_of(file))

    (row,) = plan.rows
    assert row.target == cast.hengtong
    assert (row.before, row.after) == ({"name_en": "Hengtong Electronics"}, {"name_en": "HT"})
    written(run_of(renaming(book), cast.publisher), cast.secretariat)
    cast.hengtong.refresh_from_db()
    assert cast.hengtong.name_en == "HT"
    assert "ht" in cast.hengtong.name_key


def test_the_credit_code_recognises_an_organisation_under_a_new_name(cast, book):
    Organisation.objects.filter(pk=cast.startup.pk).update(credit_code=CODE)

    (row,) = plan_of(sheet_of(book([HEAD, GOOD]))).rows

    assert row.target == cast.startup
    assert row.after["name_zh"] == "江畔精密有限公司"


def test_the_code_of_a_merged_duplicate_means_the_survivor(cast, book):
    Organisation.objects.filter(pk=cast.startup.pk).update(credit_code=CODE)
    cast.startup.merge_into(cast.hengtong, by=cast.secretariat)

    (row,) = plan_of(sheet_of(book([HEAD, GOOD]))).rows

    assert row.target == cast.hengtong


@pytest.mark.parametrize(
    ("place", "value", "cell", "sentence"),
    [
        (0, "马戏团", "A2", "类别无法识别"),
        (0, "联盟", "A2", "类别无法识别"),
        (0, None, "A2", "不能为空"),
        (1, None, "B2", "不能为空"),
        (1, "字" * 201, "B2", "200"),
        (2, "=B2", "C2", "公式"),
        (2, True, "C2", "逻辑值"),
        (2, "#REF!", "C2", "错误值"),
        (3, 913205000000000000, "D2", "前 15 位"),
        (3, CODE[:-1] + "0", "D2", "统一社会信用代码"),
        (4, "990000", "E2", "行政区划"),
        (5, "not an address", "F2", "网址"),
    ],
)
def test_each_fault_is_named_with_its_cell(cast, book, place, value, cell, sentence):
    row = list(GOOD)
    row[place] = value

    found = faults(book([HEAD, row]))

    assert [one for one, _reason in found] == [cell]
    assert sentence in found[0][1]


def test_one_faulty_row_and_nothing_is_written(cast, book):
    before = Organisation.objects.count()
    run = run_of(book([HEAD, GOOD, ["企业", None]]), cast.publisher)

    with pytest.raises(Refused):
        written(run, cast.secretariat)

    assert Organisation.objects.count() == before


def test_row_numbers_are_those_of_the_sheet(cast, book):
    rows = [[None], HEAD, [None], GOOD, [None], ["马戏团", "某机构"]]

    assert faults(book(rows))[0][0] == "A6"


def test_the_same_code_twice_in_a_file_is_a_fault(cast, book):
    other = [GOOD[0], "另一家公司", "", *GOOD[3:]]

    assert faults(book([HEAD, GOOD, other])) == [("D3", "与第 2 行重复。")]


def test_a_name_that_several_bear_needs_a_code(cast, book):
    Organisation.objects.create(kind="firm", slug="twin", name_zh="恒通电子有限公司")

    found = faults(book([["kind", "name_zh"], ["firm", "恒通电子有限公司"]]))

    assert "多个机构" in found[0][1]


def test_a_name_with_another_code_is_a_fault(cast, book):
    other = code_from("91320583MA1MTR7W2")
    Organisation.objects.filter(pk=cast.hengtong.pk).update(credit_code=other)

    found = faults(book([HEAD, ["企业", "恒通电子有限公司", "", CODE]]))

    assert "不一致" in found[0][1]


def test_an_editor_of_the_secretariat_looks_but_does_not_write(cast, book):
    run = run_of(book([HEAD, GOOD]), cast.publisher)

    with pytest.raises(NotAllowed):
        written(run, cast.publisher)


def test_what_changed_since_the_preview_stops_the_writing(cast, book):
    run = run_of(renaming(book), cast.publisher)
    sealed = seal(run, plan_of(run.sheet))
    Organisation.objects.filter(pk=cast.hengtong.pk).update(name_en="Changed Meanwhile")

    with pytest.raises(Overtaken):
        write(run, sealed, by=cast.secretariat)

    cast.hengtong.refresh_from_db()
    assert cast.hengtong.name_en == "Changed Meanwhile"


def test_a_file_is_written_once(cast, book):
    run = run_of(book([HEAD, GOOD]), cast.publisher)
    sealed = seal(run, plan_of(run.sheet))
    write(run, sealed, by=cast.secretariat)

    with pytest.raises(Conflict):
        write(run, sealed, by=cast.secretariat)


def test_a_forged_seal_is_refused(cast, book):
    run = run_of(book([HEAD, GOOD]), cast.publisher)

    with pytest.raises(Refused):
        write(run, "1:forged", by=cast.secretariat)


def test_the_faults_come_as_a_workbook_in_both_languages(cast, book):
    plan = plan_of(sheet_of(book([HEAD, ["马戏团", "甲"]])))

    with zipfile.ZipFile(io.BytesIO(faults_workbook(plan.faults))) as archive:
        text = archive.read("xl/sharedStrings.xml").decode()

    assert "类别无法识别" in text
    assert "This kind is not known" in text


def test_checking_costs_two_queries_whatever_the_length(cast, book, django_assert_max_num_queries):
    rows = [["企业", f"第{number}公司"] for number in range(300)]
    sheet = sheet_of(book([HEAD[:2], *rows]))

    with django_assert_max_num_queries(2):
        assert plan_of(sheet).counts == {"new": 300}
