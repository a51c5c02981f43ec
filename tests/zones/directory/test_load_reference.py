"""The reference files: loaded whole or not at all, corrections kept, every fault named."""

import pytest

from association.members.models import Organisation
from tests.zones.directory.reference_files import edit, load, rows_of
from zones.directory.models import Designation, Province, Zone
from zones.directory.reference.sources import INDUSTRY_DATA, ZONE_DATA
from zones.industries.models import Industry, IndustryTerm

pytestmark = pytest.mark.django_db


def test_every_row_of_every_file_is_loaded():
    load()

    national = [*rows_of(ZONE_DATA / "national_zones.csv")]
    national += rows_of(ZONE_DATA / "national_zones_added.csv")
    titles = rows_of(ZONE_DATA / "yreb_demo_zones_2016.csv")
    own = [row for row in titles if not row["national_zone_slug"]]
    assert Zone.objects.national().count() == len(national)
    assert Zone.objects.filter(kind="overseas").count() == len(
        rows_of(ZONE_DATA / "overseas_zones.csv")
    )
    assert Zone.objects.filter(kind="border").count() == len(
        rows_of(ZONE_DATA / "border_zones.csv")
    )
    assert Zone.objects.filter(kind__in=["provincial", "hidz", "bonded"]).count() == len(own)
    assert Designation.objects.count() == len(titles)
    assert Province.objects.count() == len(rows_of(ZONE_DATA / "provinces.csv"))
    assert Industry.objects.count() == len(rows_of(INDUSTRY_DATA / "industries.csv"))
    assert IndustryTerm.objects.count() == len(rows_of(INDUSTRY_DATA / "industry_terms.csv"))


def test_facts_keep_their_basis():
    load()

    kunshan = Zone.objects.get(slug="kunshan-etdz")
    assert (kunshan.approved_year, kunshan.approved_basis) == (1992, "batch")
    assert kunshan.is_verified
    assert {one.code for one in kunshan.industries.all()} >= {"C39"}
    ruili = Zone.objects.get(slug="ruili-becz")
    assert (ruili.is_verified, ruili.approved_basis, ruili.reach) == (False, "recall", "upper")
    suez = Zone.objects.get(slug="suez-teda")
    assert (suez.area_ha, suez.country_code, suez.province) == (723, "EG", None)


def test_each_zone_gets_its_verified_organisation():
    load()

    organisation = Organisation.objects.get(slug="kunshan-etdz")
    assert organisation.zone.slug == "kunshan-etdz"
    assert organisation.is_verified
    assert (organisation.kind, organisation.division_code) == ("zone", "320583")
    assert Organisation.objects.get(slug="suez-teda").kind == "overseas_zone"
    assert not Zone.objects.get(slug="yichang-gaoxinqu").organisation


def test_an_organisation_that_is_there_is_linked_and_left_as_it_is():
    Organisation.objects.create(slug="kunshan-etdz", kind="zone", name_zh="昆山开发区管委会")

    load()

    organisation = Organisation.objects.get(slug="kunshan-etdz")
    assert organisation.name_zh == "昆山开发区管委会"
    assert organisation.zone.slug == "kunshan-etdz"


def test_a_second_load_changes_nothing(django_assert_max_num_queries):
    load()
    before = list(Zone.objects.order_by("pk").values())

    with django_assert_max_num_queries(60):
        report = load()

    assert list(Zone.objects.order_by("pk").values()) == before
    for line in report.splitlines():
        assert ": 0 added, 0 changed," in line
        assert line.endswith(" 0 kept (corrected by the secretariat)")
    assert "national_zones.csv: 0 added, 0 changed, 108 unchanged" in report


def test_a_changed_file_changes_the_row(folder):
    load()
    edit(folder / "national_zones.csv", "昆山经济技术开发区", "昆山开发区")

    report = load("--folder", str(folder))

    kunshan = Zone.objects.get(slug="kunshan-etdz")
    assert kunshan.name_zh == "昆山开发区"
    assert "昆山开发区" in kunshan.name_key
    assert "national_zones.csv: 0 added, 1 changed, 107 unchanged, 0 kept" in report
    assert "changed: kunshan-etdz" in report


def test_a_corrected_value_is_kept_and_reported(folder):
    load()
    Zone.objects.filter(slug="kunshan-etdz").update(approved_year=1991)
    edit(folder / "national_zones.csv", "昆山经济技术开发区", "昆山开发区")

    report = load("--folder", str(folder))

    kunshan = Zone.objects.get(slug="kunshan-etdz")
    assert (kunshan.approved_year, kunshan.name_zh) == (1991, "昆山开发区")
    assert "0 added, 1 changed, 107 unchanged, 1 kept" in report
    assert "kept: kunshan-etdz: approved_year" in report
    assert load("--folder", str(folder)).count("kept: kunshan-etdz: approved_year") == 1


def test_corrected_industries_are_kept_and_others_follow_the_file(folder):
    load()
    kunshan = Zone.objects.get(slug="kunshan-etdz")
    kunshan.industries.set(Industry.objects.filter(slug="i65"))
    edit(
        folder / "industry_terms.csv",
        "电子信息,Electronic information,C39",
        "电子信息,Electronic information,I65",
    )

    report = load("--folder", str(folder))

    assert [one.slug for one in kunshan.industries.all()] == ["i65"]
    assert "kept: kunshan-etdz: industries" in report
    term = IndustryTerm.objects.get(slug="electronic-information")
    assert {one.slug for one in term.industries.all()} == {"i65", "sei1"}


def test_a_correction_that_the_file_takes_over_is_no_longer_one(folder):
    load()
    Zone.objects.filter(slug="kunshan-etdz").update(name_zh="昆山开发区")
    edit(folder / "national_zones.csv", "昆山经济技术开发区", "昆山开发区")

    assert "0 kept" in load("--folder", str(folder)).split("national_zones.csv")[1].split("\n")[0]
    edit(folder / "national_zones.csv", "昆山开发区", "昆山经开区")
    load("--folder", str(folder))

    assert Zone.objects.get(slug="kunshan-etdz").name_zh == "昆山经开区"


def test_check_reports_and_writes_nothing():
    report = load("--check")

    assert "national_zones.csv: 108 added" in report
    assert "Only checked: nothing was written." in report
    assert not Zone.objects.exists()
    assert not Organisation.objects.exists()


def test_corrections_are_in_the_history():
    load()
    zone = Zone.objects.get(slug="kunshan-etdz")

    Zone.objects.filter(pk=zone.pk).update(approved_year=1991)

    years = [event.approved_year for event in zone.events.order_by("pgh_id")]
    assert years == [1992, 1991]
