"""Text size and contrast are remembered, and lead nowhere but back."""

import pytest

EVIL = [
    "//evil.example/",
    "https://evil.example/",
    "https:evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "///evil.example",
    "zones/",
    "",
]


def test_a_choice_is_remembered_and_shown_on_the_next_page(client):
    answer = client.get("/preferences/?text=large&next=/about/")

    assert answer.status_code == 302
    assert answer["Location"] == "/about/"
    page = client.get("/about/").content.decode()
    assert 'data-text="large"' in page


def test_contrast_and_text_size_are_kept_apart(client):
    client.get("/preferences/?contrast=more")
    client.get("/preferences/?text=larger")

    page = client.get("/en/about/").content.decode()

    assert 'data-contrast="more"' in page
    assert 'data-text="larger"' in page


def test_the_empty_value_takes_a_choice_back(client):
    client.get("/preferences/?contrast=more")
    client.get("/preferences/?contrast=")

    assert "data-contrast=" not in client.get("/about/").content.decode()


def test_the_cookie_is_lax_and_hidden_from_scripts(client):
    cookie = client.get("/preferences/?text=large").cookies["heliu_text"]

    assert cookie["samesite"] == "Lax"
    assert cookie["httponly"]


def test_an_unknown_value_is_not_remembered(client):
    answer = client.get('/preferences/?text="><script>')

    assert not answer.cookies


def test_a_forged_cookie_does_not_reach_the_page(client):
    client.cookies["heliu_text"] = '"><script>'

    page = client.get("/about/").content.decode()

    assert "data-text" not in page
    assert '"><script>' not in page


@pytest.mark.parametrize("address", EVIL)
def test_an_address_elsewhere_leads_home(client, address):
    answer = client.get("/preferences/", {"next": address, "text": "large"})

    assert answer.status_code == 302
    assert answer["Location"] == "/"


def test_a_line_break_in_the_address_makes_no_header(client):
    answer = client.get("/preferences/", {"next": "/a\r\nSet-Cookie: x=1"})

    assert answer["Location"].startswith("/")
    assert "\r" not in answer["Location"]
    assert not answer.cookies


def test_the_english_side_returns_to_the_english_home_page(client):
    assert client.get("/en/preferences/")["Location"] == "/en/"


def test_a_post_is_refused(client):
    assert client.post("/preferences/").status_code == 405
