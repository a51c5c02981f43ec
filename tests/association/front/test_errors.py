"""Pages about errors look like the portal, speak both languages and read no database."""

import pytest
import structlog
from django.template.loader import render_to_string

from association.front.views import errors

PAGES = ["400.html", "403.html", "403_csrf.html", "404.html", "413.html", "429.html", "503.html"]


@pytest.fixture
def request_of(rf):
    def make(path="/nowhere/"):
        return rf.get(path)

    return make


def test_an_unknown_address_is_answered_in_chinese(client):
    answer = client.get("/no-such-page/")

    assert answer.status_code == 404
    assert "页面不存在" in answer.content.decode()
    assert '<html lang="zh-Hans"' in answer.content.decode()


def test_an_unknown_address_is_answered_in_english(client):
    answer = client.get("/en/no-such-page/")

    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


@pytest.mark.parametrize("template", PAGES)
def test_the_page_reads_no_database(request_of, template):
    # Without the db fixture any query fails this test.
    page = render_to_string(template, request=request_of())

    assert "<h1>" in page
    assert "/accounts/login/" not in page


@pytest.mark.parametrize(
    ("view", "status"),
    [(errors.bad_request, 400), (errors.forbidden, 403), (errors.not_found, 404)],
)
def test_each_error_keeps_its_status(request_of, view, status):
    assert view(request_of(), Exception()).status_code == status


def test_the_500_page_stands_alone_in_both_languages(request_of):
    answer = errors.server_error(request_of())

    page = answer.content.decode()
    assert answer.status_code == 500
    assert "系统出错" in page
    assert "Something went wrong" in page


def test_the_500_page_names_the_incident(request_of):
    with structlog.contextvars.bound_contextvars(request_id="a1b2c3"):
        page = errors.server_error(request_of()).content.decode()

    assert "a1b2c3" in page
