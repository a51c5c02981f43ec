"""The journey of the foundation in Chromium: from a zone's draft to a firm's answered interest."""

from datetime import timedelta

import pytest
from django.core import mail
from playwright.sync_api import expect

from association.lib.dates import today
from association.notifications import outbox, post
from platforms.cooperation.models import Interest
from platforms.publishing.models import Entry
from tests.browser.people import enter, give_password, leave
from tests.platforms.factory import make_industry, make_zone

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TITLE = "新型显示模组配套项目用地"


@pytest.fixture
def people(cast, settings):
    """The cast with passwords; as in the demo the second factor is not forced."""
    settings.HELIU_SECOND_FACTOR_REQUIRED = False
    make_zone(organisation=cast.kunshan_etdz)
    make_industry()
    give_password(
        *(cast.kunshan, cast.secretariat, cast.publisher, cast.firm, cast.newfirm, cast.zunyi)
    )
    return cast


def post_round():
    """What the worker does: make messages, send mails. Returns the mails of this round."""
    mail.outbox.clear()
    outbox.tell()
    post.send_due()
    return {recipient: sent for sent in mail.outbox for recipient in sent.to}


def main(page):
    return page.locator("main")


def go_on(page):
    with page.expect_navigation():
        main(page).get_by_role("button", name="保存并继续").click()


def write_draft(page):
    """Draft in Chinese with an English title; leave; come back to it; forget the contact."""
    with page.expect_navigation():
        main(page).get_by_role("link", name="发布信息").first.click()
    with page.expect_navigation():
        main(page).get_by_role("link", name="招商项目").click()
    with page.expect_navigation():
        main(page).get_by_role("button", name="开始填写").click()
    page.get_by_label("中文标题").fill(TITLE)
    page.get_by_label("英文标题").fill("Site for display modules")
    with page.expect_navigation():
        main(page).get_by_role("button", name="保存草稿").click()
    page.goto("/workbench/")
    with page.expect_navigation():
        main(page).get_by_role("link", name=TITLE).click()
    with page.expect_navigation():
        main(page).get_by_role("link", name="继续编辑").click()
    expect(page.get_by_label("中文标题")).to_have_value(TITLE)
    page.get_by_label("中文摘要").fill("紧邻面板企业，净地六公顷。")
    go_on(page)
    page.get_by_label("C39").check()
    page.get_by_label("新建投资").check()
    page.get_by_label("投资额下限").fill("300000000")
    page.get_by_label("投资额上限").fill("500000000")
    go_on(page)
    page.get_by_label("用地面积").fill("60000")
    go_on(page)
    go_on(page)
    page.get_by_label("有效期至").fill((today() + timedelta(days=60)).isoformat())
    go_on(page)


def submit(page):
    with page.expect_navigation():
        main(page).get_by_role("button", name="提交审核").click()


def decide(page, entry, choice, note=""):
    page.goto("/entries/review/")
    with page.expect_navigation():
        main(page).get_by_role("link", name=TITLE).click()
    page.get_by_label(choice, exact=True).check()
    for box in page.locator("input[name=checked]").all():
        box.check()
    page.locator("textarea[name=note]").fill(note)
    with page.expect_navigation():
        main(page).get_by_role("button", name="提交审核结论").click()


def test_an_opportunity_travels_from_a_zone_to_a_firm(page, people, console_errors):
    enter(page, people.kunshan)
    write_draft(page)
    entry = Entry.objects.get()

    # Submitted with a missing field: the gap is named beside its field.
    submit(page)
    expect(page.locator("#id_contacts .errorlist")).to_contain_text("提交前须填写此项")
    page.locator("[name=contacts-0-name]").fill("陈晓")
    page.locator("[name=contacts-0-phone]").fill("0512-5555-0101")
    go_on(page)
    submit(page)
    assert people.publisher.email in post_round()

    # A stranger finds neither draft nor submission.
    enter(page, people.zunyi)
    assert page.goto(f"/entries/{entry.public_id}/").status == 404
    console_errors.clear()  # the browser reports the 404 that was asked for

    # Returned with a note; told in the inbox and by mail; mended; submitted again.
    enter(page, people.secretariat)
    decide(page, entry, "退回修改", "请补充电价。")
    assert "请补充电价。" in post_round()[people.kunshan.email].body
    enter(page, people.kunshan)
    page.goto("/inbox/")
    expect(main(page)).to_contain_text(TITLE)
    page.goto(f"/entries/{entry.public_id}/edit/site/")
    expect(main(page)).to_contain_text("请补充电价。")
    page.get_by_label("电价").fill("0.62")
    go_on(page)
    page.goto(f"/entries/{entry.public_id}/check/")
    submit(page)

    enter(page, people.publisher)
    decide(page, entry, "发布")
    assert Entry.objects.get().status == "published"

    # An anonymous visitor finds it by industry and province, in both languages, without contacts.
    leave(page)
    for prefix, title in (("", TITLE), ("/en", "Site for display modules")):
        page.goto(f"{prefix}/investment/opportunities/?industry=c39&region=jiangsu")
        with page.expect_navigation():
            main(page).get_by_role("link", name=title).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        expect(page.locator("body")).not_to_contain_text("0512-5555")

    # A firm that has not been verified may read, and is told why it cannot express interest.
    enter(page, people.newfirm)
    page.goto(f"/investment/opportunities/{entry.public_id}/")
    expect(main(page)).to_contain_text("尚未通过核验")

    # A verified firm expresses interest, with consent.
    enter(page, people.firm)
    page.goto(f"/investment/opportunities/{entry.public_id}/")
    with page.expect_navigation():
        main(page).get_by_role("link", name="提交意向").click()
    page.locator("[name=message]").fill("拟建偏光片生产线。")
    page.locator("[name=contact_name]").fill("赵强")
    page.locator("[name=contact_phone]").fill("021-6666-0202")
    page.locator("[name=consent]").check()
    with page.expect_navigation():
        main(page).get_by_role("button", name="提交给开发区").click()
    interest = Interest.objects.get()
    assert people.kunshan.email in post_round()

    enter(page, people.zunyi)
    assert page.goto(interest.get_absolute_url()).status == 404
    console_errors.clear()

    # The zone answers, and now each sees the other's contacts.
    enter(page, people.kunshan)
    with page.expect_navigation():
        main(page).get_by_role("link", name=TITLE).first.click()
    expect(page.locator("body")).not_to_contain_text("021-6666")
    page.get_by_label("合适", exact=True).check()
    with page.expect_navigation():
        main(page).get_by_role("button", name="提交答复").click()
    with page.expect_navigation():
        main(page).get_by_role("button", name="查看联系方式").click()
    expect(main(page)).to_contain_text("021-6666-0202")
    assert people.firm.email in post_round()

    enter(page, people.firm)
    page.goto(interest.get_absolute_url())
    with page.expect_navigation():
        main(page).get_by_role("button", name="查看联系方式").click()
    expect(main(page)).to_contain_text("0512-5555-0101")
