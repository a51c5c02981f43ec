"""Pages, answers to errors and caching, on a small endpoint of their own."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DataError
from rest_framework.serializers import ModelSerializer
from rest_framework.test import APIRequestFactory

from association.lib.filters import SearchFilter, StrictFilterSet
from association.lib.refusals import Conflict, Incomplete, NotAllowed, Overtaken, Refused, TooMany
from association.lib.viewsets import ReadOnly
from zones.industries.models import Industry

ROWS = 45


class SampleFilter(StrictFilterSet):
    q = SearchFilter()

    class Meta:
        model = Industry
        fields = ["level"]


class SampleSerializer(ModelSerializer):
    class Meta:
        model = Industry
        fields = ["slug"]


class Samples(ReadOnly):
    queryset = Industry.objects.all()
    serializer_class = SampleSerializer
    filterset_class = SampleFilter
    lookup_field = "slug"


@pytest.fixture
def rows(db):
    Industry.objects.bulk_create(
        Industry(
            scheme="gbt4754-2017", code=f"{n:02}", slug=f"i-{n:02}", level="division", name_zh="业"
        )
        for n in range(ROWS)
    )


def look(query="", view=Samples, **headers):
    request = APIRequestFactory().get(f"/api/v1/samples/?{query}", headers=headers)
    request.user = AnonymousUser()
    return view.as_view({"get": "list"})(request)


def codes(response):
    return [(error["code"], error["attr"]) for error in response.data["errors"]]


def test_a_page_has_rows_count_and_links(rows):
    response = look("page=2&page_size=10")
    assert [row["slug"] for row in response.data["results"]] == [f"i-{n}" for n in range(10, 20)]
    assert response.data["count"] == ROWS
    assert 'page=3&page_size=10>; rel="next"' in response.headers["Link"]
    assert 'rel="prev"' in response.headers["Link"]


@pytest.mark.parametrize(
    "query",
    ["page=0", "page=-1", "page=abc", "page=last", "page=", "page=１", "page=501", "page=%2B1"]
    + ["page=100000000000000", "page_size=0", "page_size=101", "page_size=x", "page_size=1e1"],
)
def test_a_page_that_cannot_be_is_400(rows, query):
    response = look(query)
    assert response.status_code == 400
    assert codes(response) == [("out_of_range", query.partition("=")[0])]


def test_a_page_past_the_end_is_404(rows):
    assert look("page=4").status_code == 404


def test_an_unknown_parameter_is_400_and_named(rows):
    response = look("colour=red&owner__email=x")
    assert response.status_code == 400
    assert codes(response) == [
        ("unknown_parameter", "colour"),
        ("unknown_parameter", "owner__email"),
    ]


def test_a_bad_value_is_400_and_named(rows):
    assert codes(look("level=galaxy")) == [("invalid_choice", "level")]


def test_one_thing_takes_no_filters(rows):
    request = APIRequestFactory().get("/api/v1/samples/i-01/?level=division")
    request.user = AnonymousUser()
    response = Samples.as_view({"get": "retrieve"}, detail=True)(request, slug="i-01")
    assert response.status_code == 400


def test_sentences_follow_the_language_asked_for(rows):
    chinese = look("level=galaxy", accept_language="zh-CN").data["errors"][0]["detail"]
    english = look("level=galaxy", accept_language="en").data["errors"][0]["detail"]
    assert look("level=galaxy&lang=en").data["errors"][0]["detail"] == english
    assert "Select a valid choice" in english
    assert chinese != english


def test_everybodys_answer_is_asked_for_again_by_its_tag(rows):
    first = look()
    assert "public" in first.headers["Cache-Control"]
    assert "max-age=0" in first.headers["Cache-Control"]
    first.render()
    again = look(if_none_match=first.headers["ETag"])
    again = again.render()
    assert again.status_code == 304


def test_a_persons_answer_is_private(rows):
    request = APIRequestFactory().get("/api/v1/samples/")
    request.user = type("Person", (), {"is_authenticated": True, "is_active": True})()
    response = Samples.as_view({"get": "list"}, authentication_classes=[Known])(request)
    assert "private" in response.headers["Cache-Control"]


class Known:
    """Takes the person that the test put on the request."""

    def authenticate(self, request):
        return request._request.user, None

    def authenticate_header(self, request):
        return ""


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (Refused("No."), 400, "refused"),
        (NotAllowed(), 403, "notallowed"),
        (Conflict(), 409, "conflict"),
        (Overtaken(), 412, "overtaken"),
        (TooMany(), 429, "toomany"),
        (Incomplete({"title_zh": "Missing."}), 400, "gap"),
        (DataError("numeric value out of range"), 400, "parse_error"),
    ],
)
def test_a_known_error_has_its_own_answer(db, error, status, code):
    class Failing(Samples):
        def list(self, request):
            raise error

    response = look(view=Failing)
    assert response.status_code == status
    assert codes(response)[0][0] == code


def test_an_unknown_error_stays_an_error(db):
    class Broken(Samples):
        def list(self, request):
            raise ValueError("secret detail")

    response = look(view=Broken)
    assert response.status_code == 500
    assert "secret" not in str(response.data)
