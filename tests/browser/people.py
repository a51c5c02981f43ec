"""People at the browser: they sign in with the form and leave through the door."""

from allauth.account.models import EmailAddress
from playwright.sync_api import Page

from tests.conftest import PASSWORD


def give_password(*people) -> None:
    """Let these people of the cast sign in by form; each confirms their address."""
    for person in people:
        person.set_password(PASSWORD)
        person.save()
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)


def enter(page: Page, person) -> None:
    """Sign out whoever is there and sign this person in by the form, with the keyboard."""
    page.context.clear_cookies()
    page.goto("/accounts/login/")
    page.locator("input[name=login]").fill(person.email)
    page.locator("input[name=password]").fill(PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/workbench/" in page.url


def leave(page: Page) -> None:
    """Become an anonymous visitor."""
    page.context.clear_cookies()
