"""What the secretariat does with organisations in the admin: verify, reject, merge."""

import pytest

from association.members.models import Organisation
from association.notifications import outbox
from association.notifications.models import Delivery, Message
from tests.association.members.test_register import CODE

pytestmark = pytest.mark.django_db
LIST = "/admin/members/organisation/"


def test_verify_tells_the_administrators_in_the_inbox_and_by_mail(cast, sign_in):
    Organisation.objects.filter(pk=cast.startup.pk).update(credit_code=CODE)

    sign_in(cast.publisher).post(f"{LIST}{cast.startup.pk}/verify/")
    outbox.tell()

    cast.startup.refresh_from_db()
    assert cast.startup.is_verified
    message = Message.objects.get()
    assert message.user == cast.newfirm
    assert "新芯科技有限公司" in message.title_zh
    assert Delivery.objects.filter(message=message).exists()


def test_a_firm_without_a_code_is_not_verified(cast, sign_in):
    page = sign_in(cast.publisher).post(f"{LIST}{cast.startup.pk}/verify/", follow=True).text

    cast.startup.refresh_from_db()
    assert not cast.startup.is_verified
    assert "尚未填写统一社会信用代码" in page


def test_verifying_many_first_shows_name_and_code_of_each(cast, sign_in):
    Organisation.objects.filter(pk=cast.startup.pk).update(credit_code=CODE)
    browser = sign_in(cast.publisher)
    form = {"action": "verify", "_selected_action": [cast.startup.pk]}

    page = browser.post(LIST, form).text
    cast.startup.refresh_from_db()
    assert CODE in page
    assert "新芯科技有限公司" in page
    assert not cast.startup.is_verified
    browser.post(LIST, {**form, "confirmed": "1"})

    cast.startup.refresh_from_db()
    assert cast.startup.is_verified


def test_verifying_many_is_not_offered_while_a_code_is_missing(cast, sign_in):
    form = {"action": "verify", "_selected_action": [cast.startup.pk]}

    page = sign_in(cast.publisher).post(LIST, form).text

    assert "缺" in page
    assert "全部核验通过" not in page


def test_reject_asks_for_the_reason(cast, sign_in):
    Organisation.objects.filter(pk=cast.startup.pk).update(verification="pending")
    browser = sign_in(cast.publisher)
    address = f"{LIST}{cast.startup.pk}/reject/"

    assert browser.post(address, {"note": ""}).status_code == 200
    browser.post(address, {"note": "代码与名称不符"})

    cast.startup.refresh_from_db()
    assert cast.startup.verification == "rejected"
    outbox.tell()
    assert "代码与名称不符" in Message.objects.get(user=cast.newfirm).body_zh


def test_a_bulk_deed_is_done_for_all_or_for_none(cast, sign_in):
    keys = [cast.startup.pk, cast.hengtong.pk]

    page = (
        sign_in(cast.publisher)
        .post(LIST, {"action": "verify", "_selected_action": keys, "confirmed": "1"}, follow=True)
        .text
    )

    cast.startup.refresh_from_db()
    assert not cast.startup.is_verified
    assert "未作任何修改" in page


def test_merging_is_for_the_administrator_of_the_secretariat(cast, sign_in):
    address = f"{LIST}{cast.startup.pk}/merge/"
    form = {"survivor": cast.hengtong.pk}

    assert sign_in(cast.publisher).post(address, form).status_code == 403
    assert sign_in(cast.secretariat).post(address, form).status_code == 302
    cast.startup.refresh_from_db()
    assert cast.startup.merged_into == cast.hengtong


def test_the_page_of_an_organisation_asks_before_it_is_verified(cast, sign_in):
    browser = sign_in(cast.publisher)
    own = f"{LIST}{cast.startup.pk}/verify/"

    assert f'href="{own}"' in browser.get(f"{LIST}{cast.startup.pk}/change/").text
    page = browser.get(own).text
    cast.startup.refresh_from_db()
    assert f'action="{own}"' in page
    assert not cast.startup.is_verified


def test_the_list_leaves_out_what_is_verified_already(cast, sign_in):
    chosen = {"action": "verify", "_selected_action": [cast.hengtong.pk]}

    page = sign_in(cast.publisher).post(LIST, chosen, follow=True).text

    assert "1家单位此前已通过核验，已跳过。" in page


def test_rules_are_offered_in_words(cast, sign_in):
    page = sign_in(cast.secretariat).get("/admin/members/rulefigure/add/").text

    assert "意向答复期限（5个工作日）" in page
