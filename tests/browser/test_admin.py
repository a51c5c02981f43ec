"""The secretariat's admin on a telephone."""

import pytest

from tests.browser.people import enter, give_password
from tests.browser.screens import HEIGHT, WIDTHS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_list_of_the_admin_scrolls_in_its_own_box_and_its_names_are_readable(
    page, cast, settings
):
    settings.HELIU_SECOND_FACTOR_REQUIRED = False
    give_password(cast.secretariat)
    page.set_viewport_size({"width": WIDTHS["phone"], "height": HEIGHT})
    enter(page, cast.secretariat)

    page.goto("/admin/members/organisation/")

    name = page.locator("#result_list tbody th").first.bounding_box()
    assert name["width"] >= 150
    assert page.evaluate("document.documentElement.scrollWidth") == WIDTHS["phone"]
    box = page.locator("#changelist .results")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
