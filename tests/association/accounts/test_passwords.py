"""What a password must be (AN-08, profile asvs)."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from association.accounts.passwords import LengthValidator

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "password",
    [
        *("short-pw-11", "password1234", "123456789012", "qwertyuiop12", "administrator"),
        *("kunshan-kunshan", "Kunshan@2026!", "SuZhou.2026.SuZhou", "kun-shan-2026-ETDZ"),
        *("昆山经开区2026昆山", "changjiang2026!!", "长江开发区协会2026年", "zunyi-kaifaqu-88"),
        "iloveyou1234567",
    ],
)
def test_an08_weak_passwords_are_refused(password):
    with pytest.raises(ValidationError):
        validate_password(password)


@pytest.mark.parametrize(
    "password",
    [
        *("bridge lantern 7 otter", "🐟🌊🚢🏭🐉🎋🎏🀄🧧🏮🐼🍵", "八仙桌上放着三只旧茶壶呢吧"),
        *("x7#" * 40, "kunshan bridge lantern otter", "7#2!9$4@1^7&3x"),
    ],
)
def test_an08_long_and_odd_passwords_are_accepted(password):
    validate_password(password)


def test_an08_staff_need_fifteen(cast):
    fourteen = "otter-lamp-934"

    validate_password(fourteen, cast.kunshan)
    with pytest.raises(ValidationError, match="15"):
        validate_password(fourteen, cast.secretariat)


def test_an08_nothing_is_cut_off(lin):
    lin.set_password("a bridge too far " * 20 + "x")

    assert not lin.check_password("a bridge too far " * 20 + "y")
    assert not lin.check_password("a bridge too far " * 20)


def test_a_password_of_a_page_is_refused():
    with pytest.raises(ValidationError, match="512"):
        LengthValidator().validate("ab" * 300)
