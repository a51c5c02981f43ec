"""An interest: sent once, answered by the owner, contacts exchanged when it suits both."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from association.lib.dates import add_working_days, today
from association.lib.refusals import Conflict, Incomplete, NotAllowed, Refused, TooMany
from association.members.models import Mandate
from platforms.cooperation.models import Interest, InterestEvent
from platforms.cooperation.obstacle import obstacle
from platforms.publishing.models import ContactLook, Entry
from tests.platforms.factory import published

pytestmark = pytest.mark.django_db
WORDS = {
    "message": "拟建显示模组生产线。",
    "contact_name": "赵强",
    "contact_phone": "021-6666",
    "contact_email": "zhao@demo.example",
}


def express(entry, cast, by=None, organisation=None, consent=True):
    by, organisation = by or cast.firm, organisation or cast.hengtong
    return Interest.express(entry, by=by, organisation_id=organisation.pk, consent=consent, **WORDS)


def test_an_interest_is_due_in_five_working_days_and_is_history(cast):
    interest = express(published(cast), cast)

    assert interest.due_on == add_working_days(today(), 5)
    assert list(interest.events.values_list("step", "by__email")) == [("send", "firm@demo.example")]


def test_five_working_days_leave_out_the_national_holiday(time_machine, cast):
    time_machine.move_to("2026-09-29T01:00:00Z", tick=False)
    interest = express(published(cast), cast)

    # 1 to 7 October 2026 are holidays, Saturday 10 October is worked instead.
    assert interest.due_on.isoformat() == "2026-10-12"


def test_without_consent_nothing_is_sent(cast):
    with pytest.raises(Incomplete):
        express(published(cast), cast, consent=False)

    assert not Interest.objects.exists()


def test_an_organisation_has_one_open_interest_and_may_try_again_after_withdrawing(cast):
    entry = published(cast)
    first = express(entry, cast)
    with pytest.raises(Conflict):
        express(entry, cast)

    first.withdraw(by=cast.firm)

    assert express(entry, cast).pk != first.pk


@pytest.mark.parametrize(
    ("who", "words"),
    [
        (None, "登录"),
        ("nobody", "登记企业"),
        ("newfirm", "尚未通过核验"),
        ("kunshan", "贵单位自己发布"),
        ("publisher", "不能提交意向"),
        ("auditor", "不能提交意向"),
        ("firm", ""),
        ("zunyi", ""),
    ],
)
def test_everybody_is_told_why_not(cast, who, words):
    reason = str(obstacle(published(cast), getattr(cast, who) if who else None))

    assert words in reason
    assert bool(words) == bool(reason)


def test_a_closed_entry_takes_no_interest(cast):
    entry = published(cast)
    entry.pause(by=cast.kunshan)

    with pytest.raises(NotAllowed):
        express(entry, cast)


def test_one_cannot_speak_for_another_organisation(cast):
    with pytest.raises(NotAllowed):
        express(published(cast), cast, organisation=cast.zunyi_etdz)


def test_only_the_two_sides_and_the_secretariat_see_it(cast):
    interest = express(published(cast), cast)

    seen = {
        name
        for name in ("firm", "kunshan", "kunshan_admin", "zunyi", "newfirm", "jiangsu", "expert")
        + ("auditor", "publisher", "secretariat", "nobody")
        if Interest.objects.visible_to(getattr(cast, name)).filter(pk=interest.pk).exists()
    }

    assert seen == {"firm", "kunshan", "kunshan_admin", "publisher", "secretariat"}


def test_a_suitable_answer_opens_the_contacts_to_both_sides_and_logs_each_look(cast):
    interest = express(published(cast), cast)
    with pytest.raises(NotAllowed):
        interest.contacts(by=cast.firm)

    interest.give_answer("suitable", by=cast.kunshan)

    assert [row.name for row in interest.contacts(by=cast.firm)] == ["陈晓"]
    assert [row.email for row in interest.contacts(by=cast.kunshan)] == ["zhao@demo.example"]
    assert ContactLook.objects.count() == 2


def test_the_thirty_first_look_within_a_day_is_refused(cast):
    interest = express(published(cast), cast)
    interest.give_answer("suitable", by=cast.kunshan)
    for _look in range(30):
        interest.contacts(by=cast.firm)

    with pytest.raises(TooMany):
        interest.contacts(by=cast.firm)


@pytest.mark.parametrize("answer", ["unsuitable", "more_information", "not_eligible"])
def test_a_refusal_or_question_needs_its_reason(cast, answer):
    interest = express(published(cast), cast)

    with pytest.raises(Incomplete):
        interest.give_answer(answer, by=cast.kunshan)

    interest.give_answer(answer, by=cast.kunshan, reason="scale", note="规模不足")
    with pytest.raises(NotAllowed):
        interest.contacts(by=cast.firm)


@pytest.mark.parametrize("who", ["firm", "zunyi", "publisher", "newfirm"])
def test_only_the_owner_answers(cast, who):
    interest = express(published(cast), cast)

    with pytest.raises(NotAllowed):
        interest.give_answer("suitable", by=getattr(cast, who))


def test_an_answer_is_given_once_and_not_after_withdrawal(cast):
    interest = express(published(cast), cast)
    interest.give_answer("suitable", by=cast.kunshan)
    with pytest.raises(Conflict):
        interest.give_answer("unsuitable", by=cast.kunshan, reason="scale")

    interest.withdraw(by=cast.firm)
    with pytest.raises(Conflict):
        Interest.objects.get(pk=interest.pk).give_answer("suitable", by=cast.kunshan)


def test_a_refused_interest_cannot_be_withdrawn_to_ask_again(cast):
    entry = published(cast)
    interest = express(entry, cast)
    interest.give_answer("unsuitable", by=cast.kunshan, reason="scale")

    with pytest.raises(Conflict):
        interest.withdraw(by=cast.firm)
    with pytest.raises(Conflict):
        express(entry, cast)


def test_an_entry_closed_meanwhile_takes_no_interest(cast):
    entry = published(cast)
    stale = Entry.objects.get(pk=entry.pk)
    entry.withdraw(by=cast.kunshan)

    with pytest.raises(Conflict):
        express(stale, cast)


def test_one_speaks_only_in_the_roles_held_at_that_organisation(cast):
    Mandate.objects.create(user=cast.publisher, organisation=cast.hengtong, role="editor")
    entry = published(cast, by=None)

    assert obstacle(entry, cast.publisher) == ""
    with pytest.raises(NotAllowed):
        express(entry, cast, by=cast.publisher, organisation=cast.association)
    assert express(entry, cast, by=cast.publisher).organisation == cast.hengtong


def test_people_are_told_the_answer_that_was_given(cast):
    interest = express(published(cast), cast)
    interest.give_answer("more_information", by=cast.kunshan, note="请说明用电量")
    interest.supplement("2000 千伏安", by=cast.firm)

    event = interest.events.get(step="answer")
    assert event.answer == "more_information"
    assert "需补充信息" in next(event.notices()).body()


def test_the_firm_adds_what_was_asked_and_the_days_start_anew(cast):
    interest = express(published(cast), cast)
    with pytest.raises(Refused):
        interest.supplement("多余的话", by=cast.firm)
    interest.give_answer("more_information", by=cast.kunshan, note="请说明用电量")

    interest.supplement("10 千伏，2000 千伏安。", by=cast.firm)

    assert (interest.status, interest.answer) == ("sent", "")
    assert InterestEvent.objects.filter(step="supplement", note__contains="2000").exists()


@pytest.mark.django_db(transaction=True)
def test_fifty_at_once_make_one_interest(cast):
    entry = published(cast)

    def send(_number):
        try:
            express(entry, cast)
        except Conflict:
            return 0
        finally:
            connection.close()
        return 1

    with ThreadPoolExecutor(10) as pool:
        assert sum(pool.map(send, range(50))) == 1

    assert Interest.objects.count() == 1
