"""What search engines are told: what to leave alone and what there is, in both languages."""

from xml.etree import ElementTree

import pytest
from django.contrib.staticfiles import finders

from tests.association.front.builders import make_opportunity, make_zones
from zones.directory.models import Zone

SITE = "http://localhost:8000"
NAMES = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture
def site(settings):
    settings.SITE_URL = SITE


def listed(client):
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 our own answer
    return {
        page.find("map:loc", NAMES).text: {
            link.get("hreflang"): link.get("href") for link in page.findall("x:link", NAMES)
        }
        for page in root
    }


def test_robots_leave_the_desks_alone_and_find_the_sitemap(client, site):
    answer = client.get("/robots.txt")

    assert answer["Content-Type"].startswith("text/plain")
    lines = answer.content.decode().splitlines()
    for name in ("admin", "workbench", "accounts"):
        assert f"Disallow: /{name}/" in lines
        assert f"Disallow: /en/{name}/" in lines
    assert lines[-1] == f"Sitemap: {SITE}/sitemap.xml"


def test_the_sitemap_names_each_zone_in_both_languages(client, site, jiangsu):
    make_zones(jiangsu, 3)

    found = listed(client)

    here, there = f"{SITE}/zones/zone-1/", f"{SITE}/en/zones/zone-1/"
    assert found[here] == found[there] == {"zh-hans": here, "en": there, "x-default": here}
    assert f"{SITE}/" in found


def test_the_sitemap_lists_only_what_is_published_for_everybody(client, site, cast, jiangsu):
    make_zones(jiangsu, 1)
    zone = Zone.objects.get()
    shown = make_opportunity(cast, zone)
    hidden = [
        make_opportunity(cast, zone, audience="members"),
        make_opportunity(cast, zone, status="draft", published_at=None),
    ]

    found = listed(client)

    assert f"{SITE}{shown.get_absolute_url()}" in found
    assert not {f"{SITE}{one.get_absolute_url()}" for one in hidden} & found.keys()


@pytest.mark.parametrize("count", [2, 40])
def test_the_sitemap_asks_little_of_the_database(
    client, site, jiangsu, count, django_assert_max_num_queries
):
    make_zones(jiangsu, count)

    with django_assert_max_num_queries(8):
        assert len(listed(client)) > count


def test_the_address_that_browsers_guess_leads_to_the_icon(client):
    answer = client.get("/favicon.ico")

    assert answer.status_code == 302
    assert finders.find(answer["Location"].removeprefix("/static/"))
