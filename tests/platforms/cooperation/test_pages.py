"""Pages of an interest: the form, the answer, the contacts, and who does not find them."""

import pytest

from platforms.cooperation.models import Interest
from tests.platforms.cooperation.test_interest import WORDS, express
from tests.platforms.factory import published

pytestmark = pytest.mark.django_db


def sent(cast):
    """What the form of a firm sends."""
    return {**WORDS, "consent": "on", "organisation": cast.hengtong.pk}


def test_a_verified_firm_sends_an_interest(cast, sign_in):
    entry = published(cast)

    answer = sign_in(cast.firm).post(
        f"/interests/in/{entry.public_id}/",
        sent(cast),
    )

    interest = Interest.objects.get()
    assert answer["Location"] == interest.get_absolute_url()
    assert interest.organisation == cast.hengtong


def test_missing_consent_is_named_beside_its_field(cast, sign_in):
    entry = published(cast)

    answer = sign_in(cast.firm).post(f"/interests/in/{entry.public_id}/", WORDS)

    assert answer.status_code == 400
    assert "consent" in answer.context["form"].errors
    assert not Interest.objects.exists()


def test_an_unverified_firm_reads_and_is_told_why_not(cast, sign_in):
    entry, client = published(cast), sign_in(cast.newfirm)

    assert "尚未通过核验" in client.get(entry.get_absolute_url()).content.decode()
    answer = client.post(
        f"/interests/in/{entry.public_id}/",
        sent(cast),
    )

    assert answer.status_code == 403
    assert "尚未通过核验" in answer.content.decode()


def test_an_anonymous_visitor_signs_in_first(cast, client):
    entry = published(cast)

    answer = client.get(f"/interests/in/{entry.public_id}/")

    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/")


def test_a_second_interest_leads_to_the_first(cast, sign_in):
    interest = express(published(cast), cast)

    answer = sign_in(cast.firm).get(f"/interests/in/{interest.entry.public_id}/")

    assert answer["Location"] == interest.get_absolute_url()


def test_the_owner_answers_and_a_missing_reason_is_named(cast, sign_in):
    interest, client = express(published(cast), cast), sign_in(cast.kunshan)

    refused = client.post(interest.get_absolute_url(), {"answer": "unsuitable"})
    assert refused.status_code == 400
    assert "reason" in refused.context["form"].errors

    client.post(interest.get_absolute_url(), {"answer": "suitable"})
    interest.refresh_from_db()
    assert interest.is_matched


@pytest.mark.parametrize("who", ["zunyi", "newfirm", "jiangsu", "expert", "auditor", "nobody"])
def test_a_stranger_does_not_find_it(cast, sign_in, who):
    interest = express(published(cast), cast)
    client = sign_in(getattr(cast, who))
    path = interest.get_absolute_url()

    assert client.get(path).status_code == 404
    for deed in ("acknowledge", "contacts", "withdraw", "supplement"):
        assert client.post(f"{path}{deed}/").status_code == 404


def test_contacts_stand_nowhere_before_the_answer_and_on_both_sides_after(cast, sign_in):
    interest = express(published(cast), cast)
    path, page = interest.get_absolute_url(), interest.entry.get_absolute_url()
    zone_phone, firm_mail = "0512-5555", "zhao@demo.example"

    for who in ("firm", "kunshan", "zunyi", None):
        client = sign_in(getattr(cast, who) if who else None)
        for address in (page, path):
            text = client.get(address).content.decode()
            assert zone_phone not in text
            assert who == "firm" or firm_mail not in text
    assert sign_in(cast.firm).post(f"{path}contacts/").status_code == 403

    interest.give_answer("suitable", by=cast.kunshan)

    assert zone_phone in sign_in(cast.firm).post(f"{path}contacts/").content.decode()
    assert firm_mail in sign_in(cast.kunshan).post(f"{path}contacts/").content.decode()


def test_the_firm_withdraws_once(cast, sign_in):
    interest, client = express(published(cast), cast), sign_in(cast.firm)

    assert client.post(f"{interest.get_absolute_url()}withdraw/").status_code == 302
    assert client.post(f"{interest.get_absolute_url()}withdraw/").status_code == 409


def test_the_list_shows_both_directions(cast, sign_in):
    interest = express(published(cast), cast)

    for who in (cast.kunshan, cast.firm):
        page = sign_in(who).get("/interests/").content.decode()
        assert interest.get_absolute_url() in page
    assert (
        interest.get_absolute_url() not in sign_in(cast.zunyi).get("/interests/").content.decode()
    )
