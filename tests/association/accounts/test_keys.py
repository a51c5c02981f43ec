"""A new secret key: what was made under the former one holds as long as that one is named."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.conf import settings as current

from association.accounts import recovery_codes, second_factor

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
NEW = "a-new-key-" + "abcdefghijklmnopqrstuvwxyz0123456789" * 2


@pytest.fixture
def change_key(settings):
    def change(fallbacks):
        settings.SECRET_KEY_FALLBACKS = fallbacks
        settings.SECRET_KEY = NEW

    return change


def test_an_authenticator_app_outlives_a_new_key(lin, change_key):
    TOTP.activate(lin, SECRET)

    change_key([current.SECRET_KEY])

    assert second_factor.check_code(
        lin, format_hotp_value(hotp_value(SECRET, int(time.time()) // 30))
    )


def test_a_recovery_code_outlives_a_new_key_and_works_once(lin, change_key):
    code = recovery_codes.issue(lin)[0]
    row = Authenticator.objects.get()

    change_key([current.SECRET_KEY])

    assert recovery_codes.accept(row.pk, code)
    assert not recovery_codes.accept(row.pk, code)
    assert recovery_codes.left(lin) == recovery_codes.COUNT - 1


def test_a_recovery_code_ends_with_its_key(lin, change_key):
    code = recovery_codes.issue(lin)[0]

    change_key([])

    assert not recovery_codes.accept(Authenticator.objects.get().pk, code)
