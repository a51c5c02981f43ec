"""The read API: what it shows, in both languages, to whom, and how it is described."""

import pytest
from drf_spectacular.drainage import GENERATOR_STATS, reset_generator_stats
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema

from zones.directory.models import Zone
from zones.industries.models import Industry

LISTS = ["zones", "industries", "organisations", "opportunities"]
SECRETS = {"credit_code", "email", "phone", "contact", "author", "name_key", "reference_values"}


@pytest.fixture
def zone(db):
    return Zone.objects.create(
        slug="kunshan-etdz",
        kind="etdz",
        name_zh="昆山经济技术开发区",
        name_en="Kunshan ETDZ",
        approved_year=1992,
        approved_basis="batch",
    )


@pytest.mark.parametrize("resource", LISTS)
@pytest.mark.parametrize("ending", ["", "/"])
def test_every_list_answers_with_and_without_the_last_slash(db, client, resource, ending):
    response = client.get(f"/api/v1/{resource}{ending}")
    assert response.status_code == 200
    assert response.json()["results"] == []


def test_the_root_names_the_lists(db, client):
    assert list(client.get("/api/v1/").json()) == LISTS


def test_a_zone_is_shown_in_both_languages_with_the_basis_of_its_facts(client, zone):
    shown = client.get("/api/v1/zones/kunshan-etdz/").json()
    assert (shown["name_zh"], shown["name_en"]) == ("昆山经济技术开发区", "Kunshan ETDZ")
    assert shown["approved_basis"] == "batch"
    assert not shown["is_verified"]


def test_a_zone_is_found_by_the_filters_of_the_page(client, zone):
    found = client.get("/api/v1/zones/", {"q": "ksjj", "kind": "etdz", "sort": "newest"}).json()
    assert [row["slug"] for row in found["results"]] == ["kunshan-etdz"]
    assert client.get("/api/v1/zones/", {"q": "nowhere"}).json()["count"] == 0


def test_an_industry_names_the_class_above_it(db, client):
    section = Industry.objects.create(
        scheme="gbt4754-2017", code="C", slug="c", level="section", name_zh="制造业"
    )
    Industry.objects.create(
        scheme="gbt4754-2017",
        code="39",
        slug="c39",
        level="division",
        name_zh="计算机",
        parent=section,
    )
    assert client.get("/api/v1/industries/c39").json()["parent"] == "c"
    assert client.get("/api/v1/industries/c").json()["parent"] is None


def test_everybody_sees_verified_organisations_only(client, cast):
    found = client.get("/api/v1/organisations/?page_size=100").json()["results"]
    assert "kunshan-etdz" in {row["slug"] for row in found}
    assert "startup" not in {row["slug"] for row in found}
    assert client.get("/api/v1/organisations/startup/").status_code == 404


def test_a_person_also_sees_the_own_organisation(sign_in, cast):
    response = sign_in(cast.newfirm).get("/api/v1/organisations/startup/")
    assert response.status_code == 200
    assert "private" in response.headers["Cache-Control"]


def test_hidden_and_missing_are_told_alike(client, cast):
    hidden = client.get("/api/v1/organisations/startup/")
    missing = client.get("/api/v1/organisations/nothing/")
    assert (hidden.status_code, hidden.content) == (missing.status_code, missing.content)


@pytest.mark.parametrize("resource", LISTS)
def test_a_list_takes_at_most_eight_queries(
    client, cast, zone, resource, django_assert_max_num_queries
):
    with django_assert_max_num_queries(8):
        assert client.get(f"/api/v1/{resource}/").status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_api_only_reads(db, client, method):
    response = getattr(client, method)("/api/v1/zones/", {}, content_type="application/json")
    assert response.status_code == 405
    assert response.json()["errors"][0]["code"] == "method_not_allowed"


@pytest.mark.parametrize(
    "path", ["/api/", "/api/v1/nothing/", "/api/v2/zones/", "/api/v1/zones/a/b"]
)
def test_an_address_that_is_none_is_answered_in_json(db, client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert response.json()["errors"][0]["code"] == "not_found"


@pytest.mark.parametrize(
    "query", ["colour=red", "page=x", "page_size=1000", "sort=name_key", "q=%00"]
)
@pytest.mark.parametrize("resource", LISTS)
def test_what_is_not_understood_is_400(db, client, resource, query):
    if query == "sort=name_key" and resource == "industries":
        query = "ordering=code"
    response = client.get(f"/api/v1/{resource}/?{query}")
    assert response.status_code == 400
    assert response.json()["errors"][0]["detail"]


@pytest.fixture
def schema():
    reset_generator_stats()
    return SchemaGenerator().get_schema(public=True)


def test_the_schema_is_valid_and_drawn_without_a_warning_or_a_query(schema):
    validate_schema(schema)
    assert not GENERATOR_STATS
    assert {path.split("/")[3] for path in schema["paths"]} == set(LISTS)


def test_the_schema_names_no_field_that_is_nobodys_business(schema):
    fields = {
        name
        for part in schema["components"]["schemas"].values()
        for name in part.get("properties", {})
    }
    assert "name_zh" in fields
    assert not SECRETS & fields


def test_the_schema_and_its_pages_are_served(db, client):
    assert client.get("/api/v1/schema/?format=json").json()["openapi"].startswith("3.")
    page = client.get("/api/v1/docs/")
    assert page.status_code == 200
    assert b"<style" not in page.content
    assert b"unsafe-inline" not in page.headers["Content-Security-Policy"].encode()
    assert (
        client.get("/api/v1/docs/?script=")
        .headers["Content-Type"]
        .startswith("application/javascript")
    )
