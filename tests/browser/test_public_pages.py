"""The public pages in Chromium on every screen: nothing for axe, nothing beyond the edge."""

import pytest

from tests.browser.screens import on_every_screen
from tests.platforms.factory import published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def entry(cast):
    return published(cast)


@on_every_screen
def test_the_public_pages_are_accessible_and_fit_the_screen(page, screen, entry, assert_accessible):
    for path in (
        "/",
        "/zones/",
        "/zones/kunshan-etdz/",
        "/investment/",
        "/investment/opportunities/",
        entry.get_absolute_url(),
        "/accounts/login/",
    ):
        page.goto(f"{screen.prefix}{path}")

        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= screen.width, path


@on_every_screen
def test_the_pages_of_a_writer_are_accessible_and_fit_the_screen(
    page, screen, entry, sign_in, cast, assert_accessible
):
    sign_in(cast.kunshan)
    base = f"/entries/{entry.public_id}"
    for path in (
        "/workbench/",
        f"{base}/",
        *(f"{base}/edit/{code}/" for code in ("words", "subject", "site", "release")),
        f"{base}/check/",
        "/inbox/",
        "/interests/",
    ):
        page.goto(f"{screen.prefix}{path}")

        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= screen.width, path


def test_the_home_page_is_read_and_left_by_keyboard(page, entry):
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_composing_chinese_does_not_submit_the_search(page, entry):
    page.goto("/")
    box = page.locator("input[name=q]").first
    box.focus()
    stopped = box.evaluate(
        """input => {
            const event = new KeyboardEvent("keydown",
                {key: "Enter", isComposing: true, bubbles: true, cancelable: true});
            return !input.dispatchEvent(event);
        }"""
    )

    assert stopped
