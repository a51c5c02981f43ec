"""The directory: found by any name, filtered with counts, sorted, in few queries."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zones.directory.models import Province, Zone
from zones.industries.models import Industry

pytestmark = pytest.mark.django_db


def names(response) -> list[str]:
    return [zone.slug for zone in response.context["page_obj"].object_list]


def labels(response, field: str) -> dict[str, str]:
    """Choices of a filter as they are offered, value → label."""
    fields = response.context["filter"].form.fields
    return dict(fields[field].widget.choices) if field in fields else {}


def test_a_zone_is_found_by_any_of_its_names(client, reference):
    for words in ("昆山", "kunshan", "ksjj", "Kunshan Economic", "ＫＵＮＳＨＡＮ", "昆山 经济"):
        response = client.get("/zones/", {"q": words})

        assert names(response) == ["kunshan-etdz"], words
        assert response.context["total"] == 1


def test_the_number_of_zones_is_counted(client, reference):
    response = client.get("/en/zones/")

    number = Zone.objects.count()
    assert f"<b>{number}</b> zones" in response.content.decode()
    Zone.objects.filter(slug="kunshan-etdz").delete()
    assert f"<b>{number - 1}</b> zones" in client.get("/en/zones/").content.decode()


def test_filters_hold_together_and_several_values_widen_one(client, reference):
    response = client.get("/zones/?province=jiangsu&province=guizhou&reach=upper&kind=etdz")

    assert set(names(response)) == {"guiyang-etdz", "zunyi-etdz"}


def test_an_industry_stands_for_all_below_it(client, reference):
    manufacturing = client.get("/zones/", {"industry": "c"}).context["total"]
    computers = client.get("/zones/", {"industry": "c39"}).context["total"]

    assert 0 < computers < manufacturing
    expected = Zone.objects.filter(industries__slug="c39").distinct().count()
    assert computers == expected


def test_counts_say_what_each_choice_would_show(client, reference):
    response = client.get("/zones/", {"reach": "upper", "kind": "etdz"})

    for value, label in labels(response, "province").items():
        number = int(re.search(r"\((\d+)\)", str(label))[1])
        found = client.get("/zones/", {"reach": "upper", "kind": "etdz", "province": value})
        assert found.context["total"] == number > 0
    assert "jiangsu" not in labels(response, "province")
    assert len(labels(response, "reach")) == 3


def test_a_chosen_section_says_how_many_zones_it_holds(client, reference):
    response = client.get("/zones/", {"industry": "c"})

    assert f"({response.context['total']})" in labels(response, "industry")["c"]


@pytest.mark.parametrize(
    ("sort", "first"),
    [("oldest", 1984), ("newest", 2024)],
)
def test_sorting_by_year_puts_zones_without_one_last(client, reference, sort, first):
    response = client.get("/zones/", {"sort": sort, "page_size": "100"})

    assert response.context["page_obj"].object_list[0].approved_year == first
    last = client.get("/zones/", {"sort": sort, "page_size": "100", "page": "2"})
    assert list(last.context["page_obj"])[-1].approved_year is None


def test_sorting_by_area_puts_the_largest_first(client, reference):
    assert names(client.get("/zones/", {"sort": "area", "kind": "etdz"}))[0] == "songjiang-etdz"


def test_pages_keep_the_filter(client, reference):
    response = client.get("/zones/", {"reach": "lower", "page": "2"})

    text = response.content.decode()
    assert "reach=lower&amp;page=3" in text
    assert 'href="/zones/export.csv?reach=lower"' in text


def test_an_empty_list_says_what_to_do_next(client, reference):
    response = client.get("/en/zones/", {"q": "qqqqqq"})

    assert response.status_code == 200
    assert "No zone matches" in response.content.decode()
    assert "Show all zones" in response.content.decode()


def test_facts_that_nobody_confirmed_are_marked(client, reference):
    text = client.get("/zones/", {"q": "ksjj"}).content.decode()

    assert text.count("待核实") == 2  # the year known by its period, the industries from memory
    assert (
        client.get("/en/zones/", {"q": "caohejing"}).content.decode().count("to be confirmed") == 0
    )


def test_province_reach_and_country_are_written_in_both_languages(client, reference):
    assert "江苏省苏州市" in client.get("/zones/", {"q": "ksjj"}).content.decode()
    english = client.get("/en/zones/", {"q": "ksjj"}).content.decode()
    assert "Suzhou, Jiangsu" in english
    assert "Lower reach" in english
    assert "Egypt" in client.get("/en/zones/", {"q": "teda"}).content.decode()


def test_names_are_sorted_by_pinyin_in_chinese_and_by_letter_in_english(client, reference):
    some = {"安庆", "合肥", "昆山", "长沙", "重庆"}

    chinese = client.get("/zones/?sort=name&kind=etdz&page_size=100").context["page_obj"]
    english = client.get("/en/zones/?sort=name&kind=etdz&page_size=100").context["page_obj"]

    found = [zone.name_zh[:2] for zone in chinese if zone.name_zh[:2] in some]
    assert list(dict.fromkeys(found)) == ["安庆", "长沙", "重庆", "合肥", "昆山"]
    names_en = [zone.name_en.lower() for zone in english]
    assert names_en == sorted(names_en)


def test_choices_stand_in_official_order_and_reaches_as_the_river_flows(client, reference):
    response = client.get("/zones/")

    provinces = list(labels(response, "province"))
    codes = dict(Province.objects.values_list("slug", "code"))
    assert provinces == sorted(provinces, key=codes.get)
    assert list(labels(response, "reach")) == ["upper", "middle", "lower"]


def test_a_chosen_industry_comes_first_in_the_long_list(client, reference):
    response = client.get("/zones/", {"industry": "c39"})

    industries = list(labels(response, "industry"))
    assert industries[0] == "c39"
    assert industries[1:] == sorted(industries[1:])


def test_a_value_that_is_not_understood_is_named_beside_choices_that_work(client, reference):
    response = client.get("/zones/?industry=c999&province=jiangsu")

    assert response.status_code == 400
    assert "c999" in str(response.context["filter"].errors["industry"])
    assert "c39" in labels(response, "industry")
    assert "zhejiang" in labels(response, "province")


@pytest.mark.parametrize("page", ["-1", "abc", "99"])
def test_a_page_that_is_none_leads_back_to_the_list_with_its_filters(client, reference, page):
    response = client.get("/zones/", {"reach": "upper", "page": page})

    assert response.status_code in {400, 404}
    assert 'href="/zones/?reach=upper"' in response.content.decode()


def test_what_is_not_known_says_so_and_large_areas_are_grouped(client, reference):
    Zone.objects.filter(slug="kunshan-etdz").update(area_ha=None)
    assert "未提供" in client.get("/zones/", {"q": "ksjj"}).content.decode()

    for prefix in ("", "/en"):
        assert ">1,330<" in client.get(f"{prefix}/zones/", {"q": "caohejing"}).content.decode()


def make_zones(number: int) -> None:
    province, _ = Province.objects.get_or_create(
        code="320000",
        slug="jiangsu",
        name_zh="江苏省",
        name_en="Jiangsu",
        reach="lower",
        longitude=119,
        latitude=33,
    )
    industry, _ = Industry.objects.get_or_create(
        scheme="gbt4754-2017", code="C39", slug="c39", level="division", name_zh="电子"
    )
    start = Zone.objects.count()
    zones = Zone.objects.bulk_create(
        Zone(slug=f"zone-{start + i}", kind="etdz", name_zh=f"{i}号开发区", province=province)
        for i in range(number)
    )
    industry.zones.add(*zones)


def queries(client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("address", ["/zones/", "/zones/?q=hao&province=jiangsu&industry=c39"])
def test_the_number_of_queries_does_not_grow_with_the_rows(client, address):
    make_zones(20)
    few = queries(client, address)
    make_zones(180)

    assert queries(client, address) == few <= 8


@pytest.mark.parametrize(
    "query",
    [
        "industry=nowhere",
        "province=%27%20OR%201=1",
        "reach=sideways",
        "kind=etdz&kind=x",
        "sort=-pk",
        "page=0",
        "page=x",
        "page=99999999999999999999",
        "q=%00",
        "q=%ED%A0%80",
        "q=" + "a" * 201,
        "q=" + "a" * 100_000,
        "industry=" + "&industry=".join(["c39"] * 150),
    ],
)
@pytest.mark.parametrize("path", ["/zones/", "/en/zones/"])
def test_hostile_addresses_are_answered_with_400(client, path, query):
    assert client.get(f"{path}?{query}").status_code == 400


@pytest.mark.parametrize("query", ["industry=nowhere", "q=%00", "sort=x"])
@pytest.mark.parametrize("file", ["export.csv", "export.xlsx"])
def test_files_refuse_the_same_addresses(client, file, query):
    assert client.get(f"/zones/{file}?{query}").status_code == 400


def test_a_page_past_the_end_is_not_found(client):
    assert client.get("/zones/?page=99").status_code == 404
