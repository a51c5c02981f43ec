"""A person with a password, and a hasher that does not cost the tests their time."""

import re

import pytest
from django.contrib.auth import get_user_model

from association.accounts.addresses import vouch_for
from association.notifications.letters import Letter
from tests.conftest import PASSWORD


@pytest.fixture
def quick_hashes(settings):
    """MD5 for tests that are not about the hash."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def lin(db, quick_hashes):
    """A person without any mandate, whose address is confirmed."""
    person = get_user_model().objects.create_user(
        "lin@demo.example", PASSWORD, full_name="Lin", language="en"
    )
    vouch_for(person)
    return person


@pytest.fixture
def staff(cast, quick_hashes):
    """The secretariat's administrator, with a password."""
    person = cast.secretariat
    person.set_password(PASSWORD)
    person.save()
    vouch_for(person)
    return person


@pytest.fixture
def enter(client):
    """Sign in through the page and return the answer."""

    def through_the_page(email, password=PASSWORD, **extra):
        return client.post("/en/accounts/login/", {"login": email, "password": password}, **extra)

    return through_the_page


@pytest.fixture
def last_letter(db):
    """The newest letter in the outbox; `.link` is the address in it."""

    def newest():
        letter = Letter.objects.latest("pk")
        links = re.findall(r"http\S+/accounts/\S+", letter.body)
        letter.link = links[0] if links else ""
        return letter

    return newest
