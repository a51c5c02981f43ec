"""Lines of the log: whoever reads them cannot follow an invitation or reset a password."""

import pytest

from association.lib.logs import hide_keys

TOKEN = "q3Jf-0aTtL_8yWbXcVZ1mN5oPkRsUe2GhIdA7xYzB4w"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (f"GET /members/invitations/{TOKEN}/", "GET /members/invitations/…/"),
        (f"Not Found: /en/members/invitations/{TOKEN}", "Not Found: /en/members/invitations/…"),
        (f"/accounts/login/?next=%2Fmembers%2Finvitations%2F{TOKEN}%2F", "%2Finvitations%2F…%2F"),
        ("/accounts/password/reset/key/1-cz1abc-0123456789abcdef0123456789abcdef/", "/key/…/"),
        (f"/accounts/confirm-email/MQ:1tKx2a:{TOKEN}/", "/confirm-email/…/"),
        ("GET /investment/AbC123dEf456/", "GET /investment/AbC123dEf456/"),
        ("GET /zones/kunshan-etdz/", "GET /zones/kunshan-etdz/"),
    ],
)
def test_a_key_in_a_path_is_hidden_and_a_name_is_not(said, kept):
    event = hide_keys(None, "info", {"event": said, "request": said, "code": 200})

    assert kept in event["event"]
    assert TOKEN not in event["request"]
    assert event["code"] == 200
