"""The inbox: one's own messages, in one's language, opened by POST."""

import pytest
from django.urls import reverse
from django.utils import translation

from association.notifications.context import inbox
from association.notifications.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def tell(cast):
    """Write messages to a person, newest last."""

    def write(person, count=1):
        start = Message.objects.count()
        return [
            Message.objects.create(
                user=person,
                event_key=f"test:{number}",
                category="entry",
                title_zh=f"第 {number} 条",
                title_en=f"Message {number}",
                url="/zones/",
            )
            for number in range(start + 1, start + count + 1)
        ]

    return write


def address(name, language="zh-hans", **kwargs):
    with translation.override(language):
        return reverse(f"notifications:{name}", kwargs=kwargs)


def test_inbox_shows_own_messages_newest_first(tell, cast, sign_in):
    tell(cast.kunshan, 2)
    tell(cast.zunyi)

    page = sign_in(cast.kunshan).get(address("inbox"))

    assert [m.title_zh for m in page.context["page_obj"]] == ["第 2 条", "第 1 条"]
    assert "第 3 条" not in page.text


def test_visitor_is_sent_to_sign_in(client):
    for page in (client.get(address("inbox")), client.post(address("read_all"))):
        assert page.status_code == 302
        assert "/login/" in page.url


def test_inbox_speaks_the_language_of_the_page(tell, cast, sign_in):
    tell(cast.kunshan)

    page = sign_in(cast.kunshan).get(address("inbox", "en"))

    assert "Message 1" in page.text
    assert "第 1 条" not in page.text


@pytest.mark.parametrize(("language", "to"), [("zh-hans", "/zones/"), ("en", "/en/zones/")])
def test_opening_marks_read_and_leads_to_the_page(tell, cast, sign_in, language, to):
    (message,) = tell(cast.kunshan)

    page = sign_in(cast.kunshan).post(address("message", language, pk=message.pk))

    assert page.url == to
    message.refresh_from_db()
    assert message.is_read


def test_opening_again_keeps_the_first_time(tell, cast, sign_in):
    (message,) = tell(cast.kunshan)
    client = sign_in(cast.kunshan)
    client.post(address("message", pk=message.pk))
    message.refresh_from_db()
    first = message.read_at

    client.post(address("message", pk=message.pk))

    message.refresh_from_db()
    assert message.read_at == first


def test_looking_changes_nothing(tell, cast, sign_in):
    (message,) = tell(cast.kunshan)
    client = sign_in(cast.kunshan)

    assert client.get(address("message", pk=message.pk)).url == address("inbox")
    assert client.get(address("read_all")).status_code == 405
    assert Message.objects.unread().count() == 1


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("number", [None, 999999])
def test_message_of_somebody_else_is_not_found(tell, cast, sign_in, method, number):
    (message,) = tell(cast.zunyi)
    client = sign_in(cast.kunshan)

    page = getattr(client, method)(address("message", pk=number or message.pk))

    assert page.status_code == 404
    assert Message.objects.unread().count() == 1


def test_message_number_without_bounds_is_not_found(cast, sign_in):
    assert sign_in(cast.kunshan).post("/inbox/99999999999999999999/").status_code == 404


def test_marking_all_touches_only_ones_own(tell, cast, sign_in):
    tell(cast.kunshan, 3)
    tell(cast.zunyi)

    sign_in(cast.kunshan).post(address("read_all"))

    assert [m.user for m in Message.objects.unread()] == [cast.zunyi]


def test_unread_ones_can_be_shown_alone(tell, cast, sign_in):
    old, _new = tell(cast.kunshan, 2)
    old.open(by=cast.kunshan)

    page = sign_in(cast.kunshan).get(address("inbox"), {"show": "unread"})

    assert [m.title_zh for m in page.context["page_obj"]] == ["第 2 条"]


@pytest.mark.parametrize(
    ("query", "status"),
    [("show=everything", 400), ("page=zero", 400), ("page=9", 404), ("show=unread", 200)],
)
def test_hostile_address_is_answered(cast, sign_in, query, status):
    assert sign_in(cast.kunshan).get(f"/inbox/?{query}").status_code == status


@pytest.mark.parametrize("query", ["", "?show=unread"])
def test_empty_inbox_says_what_to_expect(cast, sign_in, query):
    assert 'class="empty"' in sign_in(cast.kunshan).get(f"/inbox/{query}").text


def test_queries_do_not_grow_with_messages(tell, cast, sign_in, django_assert_max_num_queries):
    client = sign_in(cast.kunshan)
    client.get(address("inbox"))  # the first page of a session also writes the session
    for count in (1, 15):
        tell(cast.kunshan, count)
        with django_assert_max_num_queries(8):
            assert client.get(address("inbox")).status_code == 200


def test_unread_number_is_counted_only_where_it_is_shown(tell, cast, rf, django_assert_num_queries):
    tell(cast.kunshan, 2)
    request = rf.get("/")
    request.user = cast.kunshan

    with django_assert_num_queries(0):
        number = inbox(request)["inbox_unread"]
    with django_assert_num_queries(1):
        assert f"{number}{number}" == "22"
