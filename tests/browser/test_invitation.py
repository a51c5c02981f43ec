"""The links of our mails in Chromium: what they open can really be sent off by clicking."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from association.accounts.models import User
from association.members.models import Invitation
from association.notifications import post
from tests.browser.people import enter, give_password

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LINK = re.compile(r"https?://[^/]+(/\S+)")
PASSWORD = "jade-lantern-river-74-orchid"


@pytest.fixture
def people(cast, settings):
    """The cast with passwords; as in the demo the second factor is not forced."""
    settings.HELIU_SECOND_FACTOR_REQUIRED = False
    give_password(cast.nobody)
    return cast


def link_of_the_last_mail():
    """The path of the first link in the mail that has just gone out."""
    mail.outbox.clear()
    post.send_due()
    return LINK.search(mail.outbox[-1].body).group(1)


def click(page, name):
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name=name).click()


def invite(cast, email):
    _row, token = Invitation.issue(cast.hengtong, email, "editor", by=cast.firm)
    return f"/members/invitations/{token}/"


def test_a_newcomer_accepts_an_invitation_and_has_an_account(page, people):
    page.goto(invite(people, "wang@demo.example"))
    page.get_by_label("姓名").fill("王芳")
    page.get_by_label("密码").fill(PASSWORD)
    page.locator("[name=consent]").check()
    click(page, "创建账号并接受")

    expect(page.locator("main")).to_contain_text("恒通电子有限公司")
    assert User.objects.get(email="wang@demo.example").mandates.get().role == "editor"


def test_who_has_an_account_accepts_with_one_click(page, people):
    enter(page, people.nobody)
    page.goto(invite(people, people.nobody.email))
    click(page, "接受")

    assert people.nobody.mandates.get().organisation == people.hengtong


def test_a_password_is_chosen_anew_behind_the_link_of_the_mail(page, people):
    page.goto("/accounts/password/reset/")
    page.locator("[name=email]").fill(people.nobody.email)
    click(page, "发送链接")
    page.goto(link_of_the_last_mail())
    page.locator("[name=password1]").fill(PASSWORD)
    page.locator("[name=password2]").fill(PASSWORD)
    click(page, "保存密码")

    people.nobody.refresh_from_db()
    assert people.nobody.check_password(PASSWORD)


def test_an_address_is_confirmed_behind_the_link_of_the_mail(page, people):
    page.goto("/accounts/signup/")
    page.locator("[name=email]").fill("zhao@demo.example")
    page.locator("[name=full_name]").fill("赵敏")
    page.locator("[name=password1]").fill(PASSWORD)
    page.locator("[name=password2]").fill(PASSWORD)
    page.locator("[name=consent]").check()
    click(page, "注册账号")
    page.goto(link_of_the_last_mail())
    click(page, "确认")

    assert User.objects.get(email="zhao@demo.example").emailaddress_set.get().verified
