"""Numbered pages of a filtered list."""

import pytest
from django.test import RequestFactory

from association.lib.filters import SearchFilter, StrictFilterSet
from association.lib.listing import FilteredList
from zones.industries.models import Industry

ROWS = 45


class SampleFilter(StrictFilterSet):
    q = SearchFilter()

    class Meta:
        model = Industry
        fields = ["level"]


class SampleList(FilteredList):
    queryset = Industry.objects.all()
    filterset_class = SampleFilter
    template_name = "error.html"


@pytest.fixture
def rows(db):
    Industry.objects.bulk_create(
        Industry(
            scheme="gbt4754-2017", code=f"{n:02}", slug=f"i-{n:02}", level="division", name_zh="业"
        )
        for n in range(ROWS)
    )


def look(query):
    request = RequestFactory().get(f"/?{query}")
    request.user = None
    return SampleList.as_view()(request)


def test_a_page_holds_its_rows_and_the_total(rows):
    context = look("page=3").context_data
    assert len(context["page_obj"]) == 5
    assert context["total"] == ROWS
    assert context["filter"].is_valid()


def test_a_page_takes_two_queries(rows, django_assert_num_queries):
    with django_assert_num_queries(2):
        list(look("page_size=40").context_data["page_obj"])


def test_an_empty_list_has_a_first_page(rows):
    assert look("q=nothing").context_data["total"] == 0


def test_a_bad_value_is_shown_on_the_page_with_status_400(rows):
    response = look("level=galaxy")
    assert response.status_code == 400
    assert response.context_data["filter"].errors["level"]
    assert response.context_data["total"] == 0


def test_an_unknown_parameter_is_ignored(rows):
    assert look("utm_source=mail").status_code == 200


@pytest.mark.parametrize(
    "query",
    ["page=0", "page=-1", "page=abc", "page=last", "page=1.0", "page=１", "page=501"]
    + ["page=99999999999999999999", "page_size=101", "page_size=0", "page_size=x"],
)
def test_a_page_that_cannot_be_is_refused_and_leads_back_to_the_list(rows, query):
    response = look(f"level=division&{query}")

    assert response.status_code == 400
    assert 'href="/?level=division"' in response.content.decode()


def test_a_page_past_the_end_is_not_found_and_leads_back_to_the_list(rows):
    response = look("page=4")

    assert response.status_code == 404
    assert 'href="/"' in response.content.decode()
