"""The site search finds zones, entries and industries, and survives whatever is typed."""

import pytest

from tests.association.front.builders import make_opportunity, make_zones
from zones.directory.models import Zone

pytestmark = pytest.mark.django_db


def found(answer):
    return {
        row["url"]: section["label"]
        for section in answer.context["sections"]
        for row in section["rows"]
    }


@pytest.mark.parametrize("query", ["第3经济", "jingji", "Zone No. 3"])
def test_a_zone_is_found_by_either_name_and_by_pinyin(client, jiangsu, query):
    make_zones(jiangsu, 5)

    assert "/zones/zone-3/" in found(client.get("/search/", {"q": query}))


def test_an_entry_is_found_by_words_of_its_title(client, cast, jiangsu):
    make_zones(jiangsu, 1)
    entry = make_opportunity(cast, Zone.objects.get())

    assert entry.get_absolute_url() in found(client.get("/search/", {"q": "厂房"}))


@pytest.mark.parametrize("query", ["昆山", "ksjj", "第0经济", "昆山 厂房"])
def test_an_entry_is_found_by_the_names_of_its_owner_and_zone(client, cast, jiangsu, query):
    make_zones(jiangsu, 1)
    entry = make_opportunity(cast, Zone.objects.get())

    assert entry.get_absolute_url() in found(client.get("/search/", {"q": query}))


def test_the_words_of_its_owner_open_no_draft(client, cast, jiangsu):
    make_zones(jiangsu, 1)
    make_opportunity(cast, Zone.objects.get(), status="draft", published_at=None)

    assert "厂房" not in client.get("/search/", {"q": "昆山"}).content.decode()


@pytest.mark.parametrize("query", ["电子", "electronic", "第2经济 电子"])
def test_a_zone_is_found_by_its_leading_industries(client, jiangsu, query):
    make_zones(jiangsu, 5)
    Zone.objects.filter(slug="zone-2").update(
        leading_industries_zh="电子信息、新材料", leading_industries_en="Electronic information"
    )

    assert list(found(client.get("/search/", {"q": query}))) == ["/zones/zone-2/"]


def test_a_draft_is_not_found(client, cast, jiangsu):
    make_zones(jiangsu, 1)
    make_opportunity(cast, Zone.objects.get(), status="draft", published_at=None)

    assert client.get("/search/", {"q": "厂房"}).context["total"] == 0


def test_more_than_fit_are_counted_and_linked(client, jiangsu):
    make_zones(jiangsu, 20)

    section = client.get("/search/", {"q": "经济技术"}).context["sections"][0]

    assert section["total"] == 20
    assert len(section["rows"]) == 8
    assert section["more_url"].startswith("/zones/?q=")


def test_without_words_the_page_says_what_can_be_searched(client):
    assert client.get("/en/search/").context["sections"] == []


def test_nothing_found_says_what_to_do_next(client):
    assert "浏览开发区名录" in client.get("/search/", {"q": "zzzz"}).content.decode()


@pytest.mark.parametrize(
    "query", ["%", "_", "\\", "' OR 1=1 --", "<script>", "\u202e", "𠮷野", "（）", "a" * 200]
)
def test_hostile_words_find_nothing_and_break_nothing(client, query):
    answer = client.get("/search/", {"q": query})

    assert answer.status_code in {200, 400}
    assert "<script><" not in answer.content.decode()


@pytest.mark.parametrize("query", ["a" * 201, "x\x00y"])
def test_too_long_or_unreadable_words_are_refused(client, query):
    assert client.get("/search/", {"q": query}).status_code == 400
