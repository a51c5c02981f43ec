"""The base page and the pages about the portal, in both languages."""

import re

import pytest

from association.front.platforms import PLATFORMS

PATHS = ["/about/", "/accessibility/", "/privacy/"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("prefix", "lang"), [("", "zh-Hans"), ("/en", "en")])
def test_a_page_says_its_language_and_has_one_heading(client, path, prefix, lang):
    page = client.get(prefix + path).content.decode()

    assert f'<html lang="{lang}"' in page
    assert page.count("<h1") == 1
    assert page.index('class="skip"') < page.index("<main")


@pytest.mark.parametrize("path", PATHS)
def test_a_page_has_no_inline_style_or_script(client, path):
    page = client.get(path).content.decode()

    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", page)
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)


def test_the_language_switch_leads_to_the_same_page(client):
    chinese = client.get("/about/?x=1").content.decode()
    english = client.get("/en/about/?x=1").content.decode()

    assert 'href="/en/about/?x=1" lang="en"' in chinese
    assert 'href="/about/?x=1" lang="zh-Hans"' in english


def test_the_navigation_marks_where_one_is(client, db):
    page = client.get("/zones/").content.decode()

    assert re.search(r'href="/zones/" aria-current="page"', page)


def test_only_platforms_that_work_are_linked():
    assert [platform.code for platform in PLATFORMS if platform.url] == ["investment"]
    assert len(PLATFORMS) == 6


def test_the_privacy_page_states_the_periods_that_hold(client, settings):
    page = client.get("/en/privacy/").content.decode()

    assert f"{settings.HELIU_IDLE_SECONDS // 60} minutes" in page
    assert f"{settings.HELIU_ABSOLUTE_SECONDS // 3600} hours" in page


def test_the_banner_is_shown_in_the_demonstration_only(client, settings):
    settings.HELIU_DEMO = False
    assert "demo-banner" not in client.get("/about/").content.decode()

    settings.HELIU_DEMO = True
    assert "demo-banner" in client.get("/about/").content.decode()
