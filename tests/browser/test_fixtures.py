"""The browser's own fixtures see what they are there to see."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_script_error_on_the_page_is_noticed(page, console_errors):
    page.set_content("<script>console.error('broken')</script>")

    assert console_errors == ["broken"]
    console_errors.clear()


def test_a_page_that_cannot_be_read_aloud_is_refused(page, assert_accessible):
    page.set_content("<html lang=en><title>A</title><main><h1>A</h1><img src='data:,'></main>")

    with pytest.raises(AssertionError, match="image-alt"):
        assert_accessible(page)


def test_chinese_is_drawn_with_a_chinese_font(page):
    """Without a Chinese font every character is the same box, and screenshots prove nothing."""
    page.set_content("<canvas></canvas>")

    pictures = page.evaluate(
        """() => [...'合流'].map(character => {
            const canvas = document.createElement('canvas');
            const pen = canvas.getContext('2d');
            pen.font = '40px sans-serif';
            pen.fillText(character, 10, 60);
            return canvas.toDataURL();
        })"""
    )

    assert pictures[0] != pictures[1]
