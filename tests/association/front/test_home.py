"""The home page counts what is there, links every zone and asks little of the database."""

import re
from datetime import timedelta

import pytest

from association.lib.dates import today
from tests.association.front.builders import make_opportunity, make_zones
from zones.directory.models import Zone

MOST_QUERIES = 8


def test_every_zone_is_linked_in_the_drawing_and_in_the_table(client, jiangsu):
    make_zones(jiangsu, 30)

    page = client.get("/").content.decode()

    for number in range(30):
        assert page.count(f'href="/zones/zone-{number}/"') == 3  # wide, tall, table


def test_the_number_of_zones_is_counted(client, jiangsu):
    make_zones(jiangsu, 7)

    assert "7家开发区" in client.get("/").content.decode()
    assert "7 development zones" in client.get("/en/").content.decode()


def test_an_empty_portal_still_has_a_home_page(client, db):
    answer = client.get("/")

    assert answer.status_code == 200
    assert "目前没有在招项目" in answer.content.decode()


def test_one_reach_can_be_looked_at_alone(client, jiangsu):
    make_zones(jiangsu, 5)

    page = client.get("/?reach=upper").content.decode()

    assert "/zones/zone-1/" not in page
    assert "全流域" in page


@pytest.mark.parametrize("query", ["?reach=nonsense", "?reach=%00", "?reach[]=1", "?x=y"])
def test_an_unknown_reach_shows_the_whole_river(client, jiangsu, query):
    make_zones(jiangsu, 3)

    answer = client.get(f"/{query}")

    assert answer.status_code in {200, 400}


def test_an_open_opportunity_is_a_card_with_its_fallback_marked(client, cast, jiangsu):
    make_zones(jiangsu, 1)
    make_opportunity(cast, Zone.objects.get())

    page = client.get("/en/").content.decode()

    assert re.search(r'lang="zh-Hans">标准厂房招租', page)
    assert "Lower reach" in page


@pytest.mark.parametrize(
    "also",
    [
        {"status": "draft", "published_at": None},
        {"audience": "members"},
        {"valid_until": today() - timedelta(days=1)},
    ],
)
def test_what_the_public_may_not_see_or_has_closed_is_no_card(client, cast, jiangsu, also):
    make_zones(jiangsu, 1)
    make_opportunity(cast, Zone.objects.get(), **also)

    assert not client.get("/").context["opportunities"]


@pytest.mark.parametrize("count", [3, 40])
def test_the_number_of_queries_does_not_grow(
    client, cast, jiangsu, count, django_assert_max_num_queries
):
    make_zones(jiangsu, count)
    for zone in Zone.objects.all()[:10]:
        make_opportunity(cast, zone)

    with django_assert_max_num_queries(MOST_QUERIES):
        client.get("/")
