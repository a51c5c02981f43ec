"""The sample accounts have a published password: outside the demo nobody is let in with one."""

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


@pytest.fixture
def production(settings):
    settings.HELIU_DEMO = settings.HELIU_TEST = False


def is_in(client):
    return client.get("/en/about/").wsgi_request.user.is_authenticated


def test_a_sample_account_enters_the_demo(client, lin, enter):
    enter(lin.email)

    assert is_in(client)


@pytest.mark.parametrize("email", ["lin@demo.example", "LIN@Demo.Example"])
def test_a_sample_account_does_not_enter_a_real_site(client, lin, enter, production, email):
    enter(email)

    assert not is_in(client)


def test_a_sample_account_does_not_enter_by_another_address(client, lin, enter, production):
    lin.emailaddress_set.create(email="lin@portal.example.org", verified=True)

    enter("lin@portal.example.org")

    assert not is_in(client)


def test_a_session_of_the_demo_ends_at_a_real_site(client, lin, settings):
    client.force_login(lin, backend="association.accounts.backends.EmailBackend")
    settings.HELIU_TEST = False

    assert not is_in(client)


def test_other_people_enter_a_real_site(client, lin, enter, production):
    type(lin).objects.filter(pk=lin.pk).update(email="lin@portal.example.org")
    lin.emailaddress_set.update(email="lin@portal.example.org")

    enter("lin@portal.example.org")

    assert is_in(client)


def test_createsuperuser_names_the_command_that_helps():
    with pytest.raises(CommandError, match=r"manage\.py appoint"):
        call_command("createsuperuser", email="li@demo.example", noinput=True)
