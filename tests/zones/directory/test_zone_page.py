"""A zone's page: every figure with how it is known, and what lies around the zone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zones.directory import panels

pytestmark = pytest.mark.django_db


def page(client, slug: str, prefix: str = "") -> str:
    response = client.get(f"{prefix}/zones/{slug}/")
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_tells_place_year_and_basis_in_both_languages(client, reference):
    chinese = page(client, "kunshan-etdz")
    assert "昆山经济技术开发区" in chinese
    assert "1992年" in chinese
    assert "批次已查证，批准年份待核实" in chinese
    english = page(client, "kunshan-etdz", "/en")
    assert "Kunshan Economic and Technological Development Zone" in english
    assert "Period sourced, year to be confirmed" in english
    assert "/industries/c39/" in english


def test_an_area_is_given_in_hectares_and_mu_with_its_basis(client, reference):
    text = page(client, "shanghai-caohejing", "/en")

    assert "1,330 ha (19,950 mu)" in text
    assert "Official catalogue 2018" in text
    assert "1,330公顷（19,950亩）" in page(client, "shanghai-caohejing")


def test_a_zone_abroad_says_its_country_and_what_its_year_means(client, reference):
    text = page(client, "suez-teda", "/en")

    assert "Egypt" in text
    assert "2008 (construction start)" in text


def test_titles_of_notices_are_shown(client, reference):
    assert "Belt demonstration zone 2016" in page(client, "suzhou-industrial-park", "/en")
    assert "Belt demonstration zone 2016" not in page(client, "kunshan-etdz", "/en")


def test_a_zone_whose_existence_no_source_confirms_says_so(client, reference):
    text = page(client, "ruili-becz", "/en")

    assert "No source has been seen yet" in text
    assert "Myanmar" in text


def test_sources_are_those_that_a_reader_can_look_up(client, reference):
    text = page(client, "shanghai-caohejing", "/en")

    assert "dinovaliano.com" in text
    assert "code-index" not in text
    assert "No source that can be looked up" in page(client, "xishan-etdz", "/en")


def test_neighbours_are_the_nearest_of_the_province(client, reference):
    response = client.get("/zones/kunshan-etdz/")

    nearest = [zone.slug for zone in response.context["neighbours"]]
    assert nearest[0] in {"taicang-port-etdz", "suzhou-industrial-park"}
    assert "kunshan-etdz" not in nearest
    assert {"west", "east"} == set(response.context["river"])
    assert client.get("/zones/ruili-becz/").context["river"] == {}


def test_an_unknown_zone_is_not_found(client, reference):
    assert client.get("/zones/nowhere/").status_code == 404
    assert client.get("/en/zones/nowhere/").status_code == 404


def test_a_page_needs_few_queries(client, reference):
    with CaptureQueriesContext(connection) as captured:
        page(client, "kunshan-etdz")

    assert len(captured) <= 8


def test_other_apps_add_what_they_know_of_a_zone(client, reference, monkeypatch):
    def tell(request, zone):
        return ("components/tag.html", {"label": "none"}) if zone.slug == "zunyi-etdz" else None

    monkeypatch.setattr(panels, "PANELS", [tell])

    assert client.get("/zones/kunshan-etdz/").context["panels"] == []
    found = client.get("/zones/zunyi-etdz/").context["panels"]
    assert [one["template"] for one in found] == ["components/tag.html"]
