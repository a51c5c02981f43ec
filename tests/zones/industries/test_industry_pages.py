"""Industries: a tree with the number of zones, and a page for each."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zones.directory.models import Zone

pytestmark = pytest.mark.django_db


def branch(response, code: str) -> dict:
    return next(one for one in response.context["sections"] if one["industry"].code == code)


def test_each_industry_says_how_many_zones_name_it(client, reference):
    response = client.get("/industries/")

    manufacturing = branch(response, "C")
    computers = next(x for x in manufacturing["children"] if x["industry"].code == "C39")
    assert computers["zone_count"] == Zone.objects.filter(industries__slug="c39").count()
    below = Zone.objects.filter(industries__parent__slug="c").distinct().count()
    assert manufacturing["zone_count"] == below
    assert len(response.context["sections"]) == 20
    assert len(response.context["emerging"]) == 9


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("C39", "C39"),
        ("医药制造", "C27"),
        ("yyzzy", "C27"),
        ("medicines", "C27"),
        ("集成电路", "C39"),
    ],
)
def test_an_industry_is_found_by_code_name_pinyin_and_term(client, reference, words, code):
    response = client.get("/industries/", {"q": words})

    found = [child["industry"].code for child in branch(response, "C")["children"]]
    assert code in found
    assert response.context["total"] < 10


def test_a_search_without_result_says_what_to_do_next(client, reference):
    assert "No industry matches" in client.get("/en/industries/?q=qqqqq").content.decode()


def test_a_page_names_parent_terms_and_zones(client, reference):
    text = client.get("/en/industries/c39/").content.decode()

    assert "Manufacture of computers" in text
    assert "/en/industries/c/" in text
    assert "Integrated circuits" in text
    assert "/en/zones/?industry=c39" in text
    number = Zone.objects.filter(industries__slug="c39").count()
    assert f"{number} zones name this industry" in text


def test_an_unconfirmed_class_says_so(client, reference):
    assert "待核实" in client.get("/industries/sei1/").content.decode()
    assert "待核实" not in client.get("/industries/c39/").content.decode()


def test_unknown_and_hostile_addresses(client, reference):
    assert client.get("/industries/zz99/").status_code == 404
    assert client.get("/industries/?q=%00").status_code == 400
    assert client.get("/industries/?q=" + "a" * 300).status_code == 400


@pytest.mark.parametrize("address", ["/industries/", "/industries/?q=电子", "/industries/c39/"])
def test_pages_need_few_queries(client, reference, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200

    assert len(captured) <= 8


def test_a_page_says_how_the_industry_lies_in_isic(client, reference):
    chinese, english = (client.get(f"{start}/industries/c39/").text for start in ("", "/en"))

    assert "对应第26类（" in chinese
    assert "division 26 (" in english
    assert "属于某一大类" not in chinese
