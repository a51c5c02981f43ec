"""The first administrator of a fresh deployment, made on the command line."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from association.members.models import Organisation
from association.members.persona import persona_of

pytestmark = pytest.mark.django_db


def test_the_first_administrator_is_appointed_on_an_empty_database(capsys):
    call_command("appoint", "li@demo.example", name="李华")

    person = get_user_model().objects.get()
    assert Organisation.objects.get().kind == "association"
    assert persona_of(person).roles == {"SA"}
    assert person.emailaddress_set.get().verified
    assert "li@demo.example" in capsys.readouterr().out


def test_a_second_one_is_invited_instead(cast):
    with pytest.raises(CommandError):
        call_command("appoint", "li@demo.example")

    assert not get_user_model().objects.filter(email="li@demo.example").exists()


def test_an_address_must_be_one():
    with pytest.raises(CommandError):
        call_command("appoint", "nobody")
