"""Deliveries in the admin: state and cause for those who answer for them, never the text."""

import pytest
from django.urls import reverse

from association.notifications.models import Delivery

pytestmark = pytest.mark.django_db
LIST = "admin:notifications_delivery_changelist"


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.HELIU_SECOND_FACTOR_REQUIRED = False


def act(client, action):
    rows = [str(pk) for pk in Delivery.objects.values_list("pk", flat=True)]
    return client.post(reverse(LIST), {"action": action, "_selected_action": rows}, follow=True)


@pytest.mark.parametrize(
    ("person", "status"),
    [("secretariat", 200), ("auditor", 200), ("publisher", 403), ("kunshan", 403)],
)
def test_list_is_for_those_who_answer_for_it(cast, sign_in, post_letters, person, status):
    post_letters()

    assert sign_in(getattr(cast, person)).get(reverse(LIST)).status_code == status


def test_neither_subject_nor_text_is_shown(cast, sign_in, post_letters):
    (row,) = post_letters(subject="Hidden subject", body="Hidden text")
    client = sign_in(cast.secretariat)
    one = reverse("admin:notifications_delivery_change", args=[row.pk])

    for page in (client.get(reverse(LIST)), client.get(one)):
        assert "person1@demo.example" in page.text
        assert "Hidden" not in page.text


def test_failed_one_can_be_sent_again(cast, sign_in, post_letters):
    post_letters()
    Delivery.objects.update(state="failed", attempts=5)

    assert act(sign_in(cast.secretariat), "retry").status_code == 200

    assert Delivery.objects.get().state == "waiting"


def test_waiting_one_can_be_suppressed_but_a_sent_one_not(cast, sign_in, post_letters):
    first, _second = post_letters(2)
    Delivery.objects.filter(pk=first.pk).update(state="sent")

    act(sign_in(cast.secretariat), "suppress")

    assert list(Delivery.objects.order_by("pk").values_list("state", flat=True)) == [
        "sent",
        "dropped",
    ]


def test_auditor_reads_and_changes_nothing(cast, sign_in, post_letters):
    post_letters()

    act(sign_in(cast.auditor), "suppress")

    assert Delivery.objects.get().state == "waiting"


def test_cause_is_told_in_the_language_of_the_page(cast, sign_in, post_letters):
    post_letters()
    Delivery.objects.update(state="dropped", cause="no longer visible")

    assert "no longer visible" in sign_in(cast.secretariat).get(f"/en{reverse(LIST)}").text
