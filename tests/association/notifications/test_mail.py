"""The text of a mail: its reader's language, both forms, the reason, nothing from outside."""

import re

import pytest

from association.notifications.mail import compose
from association.notifications.models import Delivery, Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail_to(cast):
    """The mail about one message, for a reader of the given language."""

    def write(language, **words):
        cast.kunshan.language = language
        given = {
            "title_zh": "已发布：光伏组件生产基地",
            "title_en": "Published: photovoltaic plant",
            "body_zh": "请查看。",
            "body_en": "Please look.",
            "url": "/entries/abc/",
            "category": "entry",
        }
        message = Message.objects.create(user=cast.kunshan, event_key="test:1", **given | words)
        return compose(Delivery.of_message(message))

    return write


def parts(mail):
    return [mail.body, mail.alternatives[0].content]


@pytest.mark.parametrize(
    ("language", "title", "link"),
    [
        ("zh-hans", "已发布：光伏组件生产基地", "http://localhost:8000/entries/abc/"),
        ("en", "Published: photovoltaic plant", "http://localhost:8000/en/entries/abc/"),
    ],
)
def test_mail_is_in_the_language_of_its_reader(mail_to, language, title, link):
    mail = mail_to(language)

    assert mail.subject == title
    assert mail.to == ["kunshan@demo.example"]
    for text in parts(mail):
        assert title in text
        assert link in text


def test_missing_translation_falls_back(mail_to):
    assert mail_to("en", title_en="").subject == "已发布：光伏组件生产基地"


def test_mail_says_why_it_came(mail_to):
    for text in parts(mail_to("en")):
        assert "You receive this because you write for the owner of this entry." in text


def test_unknown_category_is_still_a_mail(mail_to):
    assert "you have an account" in mail_to("en", category="something new").body


def test_html_is_escaped_in_html_and_left_alone_in_text(mail_to):
    text, html = parts(mail_to("en", body_en="A < B & <script>alert(1)</script>"))

    assert "A < B & <script>" in text
    assert "<script>" not in html


def test_html_loads_nothing(mail_to):
    html = parts(mail_to("zh-hans"))[1]

    assert not re.search(r"<(img|link|script|style|iframe)|url\(|@import", html)


def test_line_breaks_cannot_enter_the_subject(mail_to):
    mail = mail_to("en", title_en="Published\r\nBcc: everybody@demo.example")

    assert mail.subject == "Published Bcc: everybody@demo.example"
    assert "Bcc" not in mail.message()


def test_letter_keeps_its_language_and_links(post_letters):
    (row,) = post_letters(language="zh-hans", subject="邀请函", body="请点击 https://a.example/x")

    text, html = parts(compose(row))

    assert "请点击 https://a.example/x" in text
    assert '<a href="https://a.example/x"' in html
    assert '<html lang="zh-Hans">' in html
