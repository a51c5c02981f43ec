"""A browser for the tests: the machine's Chromium, and a page that tolerates no console error."""

from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client

from tests.browser.chromium import FLAGS, chromium_or_skip
from tests.browser.screens import HEIGHT, PREFIXES, WIDTHS


@pytest.fixture(scope="session", autouse=True)
def _allow_queries_beside_playwright():
    """Playwright's loop runs in this thread, and Django would refuse to query beside it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture(scope="session")
def browser_type_launch_args():
    return {"executable_path": chromium_or_skip(), "args": FLAGS, "headless": True}


@pytest.fixture
def browser_context_args(live_server):
    return {
        "base_url": live_server.url,
        "locale": "zh-CN",
        "viewport": {"width": WIDTHS["desk"], "height": HEIGHT},
    }


@pytest.fixture
def console_errors():
    """What the page complained about; a test that provokes a complaint clears the list."""
    return []


@pytest.fixture
def page(page, console_errors):
    """Playwright's page; a script error, a CSP report or a missing file fails the test."""
    page.on("pageerror", lambda error: console_errors.append(str(error)))
    page.on(
        "console",
        lambda message: message.type == "error" and console_errors.append(message.text),
    )
    yield page
    assert console_errors == []


@pytest.fixture
def screen(request, page):
    """One of tests.browser.screens: `screen.prefix` goes before a path, the page has its width."""
    language, size = request.param
    page.set_viewport_size({"width": WIDTHS[size], "height": HEIGHT})
    return SimpleNamespace(prefix=PREFIXES[language], language=language, width=WIDTHS[size])


@pytest.fixture
def sign_in(page, live_server):
    """Sign a person in by session, without the form; journeys that test the form fill it in."""

    def enter(person):
        client = Client()
        client.force_login(person, backend="association.accounts.backends.EmailBackend")
        name = settings.SESSION_COOKIE_NAME
        value = client.cookies[name].value
        page.context.add_cookies([{"name": name, "value": value, "url": live_server.url}])

    return enter


@pytest.fixture
def assert_accessible():
    """Let axe look at the page as it is now; fail with what it found."""

    def look(page):
        # Preloading fetches style sheets anew and puts them inline, which our policy refuses.
        found = Axe().run(page, options={"preload": False})
        assert found.violations_count == 0, found.generate_report()

    return look
