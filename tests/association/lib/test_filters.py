"""Filters refuse what SQL could not take, and what a FilterSet must not offer."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import QueryDict
from django.utils.translation import override
from django_filters import filters

from association.lib.filters import (
    CharInFilter,
    FlagFilter,
    NumberInFilter,
    SearchFilter,
    StrictFilterSet,
)
from zones.directory.models import Province, Zone


class SampleFilter(StrictFilterSet):
    sorts = {"name": ("Name", "name_zh"), "newest": ("Newest", "-approved_year", "slug")}
    q = SearchFilter()
    year = filters.NumberFilter(field_name="approved_year")
    years = NumberInFilter(field_name="approved_year", lookup_expr="in")
    slugs = CharInFilter(field_name="slug", lookup_expr="in")
    area = filters.RangeFilter(field_name="area_ha")
    updated = filters.DateFilter(field_name="updated_at", lookup_expr="date")
    verified = FlagFilter(field_name="is_verified")
    province = filters.ModelMultipleChoiceFilter(
        queryset=Province.objects.all(), to_field_name="slug"
    )

    class Meta:
        model = Zone
        fields = ["kind", "is_verified"]


def look(query):
    return SampleFilter(QueryDict(query), queryset=Zone.objects.all())


@pytest.mark.parametrize(
    "query",
    ["", "q=苏州&year=1992", "years=1984,1992", "area_min=1&area_max=2.5", "verified=true"]
    + ["updated=2026-01-31", "kind=etdz", "sort=newest", "slugs=a,b", "year=", "is_verified=false"],
)
def test_a_good_value_is_taken_and_sql_takes_it(db, query):
    found = look(query)
    assert found.is_valid(), found.errors
    assert list(found.found()) == []


@pytest.mark.parametrize(
    "query",
    [
        "q=" + "a" * 201,
        "year=abc",
        "year=NaN",
        "year=Infinity",
        "year=1e400000",
        "year=1e-400000",
        "year=" + "9" * 5000,
        "year=-99999999999999999999",
        "year=1.5.5",
        "year=0x10",
        "years=1,a",
        "years=" + ",".join(["1"] * 101),
        "slugs=" + ",".join(["a"] * 101),
        "slugs=" + "a" * 201,
        "area_min=x",
        "area_max=1e30",
        "updated=0001-01-01",
        "updated=9999-12-31",
        "updated=2026-02-30",
        "updated=yesterday",
        "verified=maybe",
        "verified=2",
        "is_verified=maybe",
        "kind=palace",
        "sort=-owner__email",
        "sort=?",
        "province=nowhere",
        "province=%27%3B--",
    ],
)
def test_a_bad_value_is_an_error_beside_its_filter_and_finds_nothing(db, query):
    found = look(query)
    assert not found.is_valid()
    assert list(found.errors)[0] == query.partition("=")[0].removesuffix("_min").removesuffix(
        "_max"
    )
    assert not found.found().exists()


def test_the_order_ends_with_the_primary_key():
    assert look("sort=newest").found().query.order_by == ("-approved_year", "slug", "pk")
    assert look("").found().query.order_by == ("name_zh", "pk")


def test_unknown_parameters_are_named():
    found = look("q=a&colour=red&page=2&page_size=5&area_min=1&ordering=x&name_zh__regex=a&lang=en")
    assert found.unknown() == ["colour", "name_zh__regex", "ordering"]


def test_the_error_is_in_the_readers_language(db):
    with override("zh-hans"):
        sentence = look("updated=0001-01-01").errors["updated"][0]
    assert "1900" in sentence
    assert "Enter" not in sentence


@pytest.mark.parametrize(
    "one",
    [
        filters.CharFilter(lookup_expr="regex"),
        filters.CharFilter(lookup_expr="name_zh__iregex"),
        filters.BaseInFilter(field_name="slug", lookup_expr="in"),
        filters.Filter(field_name="slug"),
        filters.BooleanFilter(field_name="is_verified"),
    ],
)
def test_an_unsafe_filter_cannot_be_declared(one):
    with pytest.raises(ImproperlyConfigured):
        type("Unsafe", (StrictFilterSet,), {"anything": one})


@pytest.mark.parametrize("name", ["page", "format", "sort", "lang"])
def test_a_reserved_name_cannot_be_used(name):
    with pytest.raises(ImproperlyConfigured, match="reserved"):
        type("Unsafe", (StrictFilterSet,), {name: filters.CharFilter()})
