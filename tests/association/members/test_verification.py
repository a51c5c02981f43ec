"""How an organisation comes to be verified: its card, the request, who is told."""

import pytest

from association.lib.refusals import Incomplete
from association.members.models import Organisation
from association.notifications import outbox
from association.notifications.models import Delivery, Message
from tests.association.members.test_register import CODE, FORM

pytestmark = pytest.mark.django_db
CARD = "/members/startup/"
EDIT = f"{CARD}edit/"
ASK = f"{CARD}request-verification/"


def form_of(organisation, **values):
    """What the page that edits the card sends."""
    names = ("name_zh", "name_en", "credit_code", "division_code", "website")
    return {name: getattr(organisation, name) or "" for name in names} | values


def test_the_missing_code_is_named_and_the_way_to_it_is_shown(cast, sign_in):
    browser = sign_in(cast.newfirm)

    assert EDIT in browser.get(CARD).text
    answer = browser.post(ASK, follow=True)

    assert answer.redirect_chain[-1][0] == EDIT
    assert "尚未填写统一社会信用代码" in answer.text


def test_the_administrator_enters_the_code_and_asks(cast, sign_in):
    browser = sign_in(cast.newfirm)

    assert browser.post(EDIT, form_of(cast.startup, credit_code=CODE.lower())).status_code == 302
    page = browser.post(ASK, follow=True).text

    cast.startup.refresh_from_db()
    assert cast.startup.credit_code == CODE
    assert cast.startup.verification == "pending"
    assert "站内消息和邮件" in page


@pytest.mark.parametrize(
    ("name", "status"), [("firm", 404), ("nobody", 404), ("auditor", 404), ("publisher", 200)]
)
def test_the_card_of_an_unverified_firm_is_not_for_strangers(cast, sign_in, name, status):
    assert sign_in(getattr(cast, name)).get(EDIT).status_code == status


@pytest.mark.parametrize("name", ["kunshan", "zunyi", "jiangsu"])
def test_only_who_administers_edits_a_card_that_everybody_sees(cast, sign_in, name):
    address = "/members/kunshan-etdz/edit/"

    assert sign_in(getattr(cast, name)).get(address).status_code == 403
    assert sign_in(cast.kunshan_admin).get(address).status_code == 200
    assert sign_in(None).get(address).status_code == 302


def test_a_wrong_code_is_refused_beside_its_field(cast, sign_in):
    answer = sign_in(cast.newfirm).post(EDIT, form_of(cast.startup, credit_code="1234"))

    assert answer.status_code == 400
    cast.startup.refresh_from_db()
    assert not cast.startup.credit_code


@pytest.mark.parametrize("state", ["pending", "verified"])
def test_what_is_checked_or_confirmed_stays_as_it_was(cast, sign_in, state):
    Organisation.objects.filter(pk=cast.startup.pk).update(verification=state, credit_code=CODE)
    form = form_of(cast.startup, name_zh="另一家公司", credit_code="", name_en="New Chip")

    sign_in(cast.newfirm).post(EDIT, form)

    cast.startup.refresh_from_db()
    assert (cast.startup.name_zh, cast.startup.credit_code) == ("新芯科技有限公司", CODE)
    assert cast.startup.name_en == "New Chip"


def test_the_history_of_the_card_tells_who_changed_it(cast, sign_in):
    sign_in(cast.newfirm).post(EDIT, form_of(cast.startup, name_en="New Chip"))

    page = sign_in(cast.publisher).get(f"/admin/members/organisation/{cast.startup.pk}/history/")

    assert "Newfirm" in page.text


def test_the_secretariat_is_told_of_a_request(cast):
    Organisation.objects.filter(pk=cast.startup.pk).update(credit_code=CODE)
    cast.startup.refresh_from_db()

    cast.startup.request_verification(by=cast.newfirm)
    outbox.tell()

    told = {message.user for message in Message.objects.all()}
    assert told == {cast.secretariat, cast.publisher}
    message = Message.objects.filter(user=cast.publisher).get()
    assert CODE in message.body_zh
    assert message.url == f"/admin/members/organisation/{cast.startup.pk}/change/"
    assert Delivery.objects.filter(message=message).exists()


def test_a_firm_without_a_code_can_neither_ask_nor_be_verified(cast):
    with pytest.raises(Incomplete):
        cast.startup.request_verification(by=cast.newfirm)
    with pytest.raises(Incomplete):
        cast.startup.verify(by=cast.publisher)

    assert not cast.startup.verification_events.exists()


def test_a_firm_of_another_country_needs_no_chinese_code(cast):
    cast.startup.country_code = "DE"
    cast.startup.save()

    cast.startup.verify(by=cast.publisher)

    assert cast.startup.is_verified


def test_who_waits_for_verification_is_led_to_their_organisation(cast, sign_in):
    browser = sign_in(cast.newfirm)

    assert browser.get("/members/register/")["Location"] == CARD
    assert browser.get("/members/register/?another=1").status_code == 200
    assert "?another=1" in browser.get(CARD).text
    assert browser.post("/members/register/", FORM).status_code == 302
