"""A published entry gets a new version that is reviewed while the old one stays on view."""

from datetime import timedelta

import pytest

from association.lib.dates import today
from association.lib.refusals import Conflict, Incomplete, NotAllowed, Overtaken
from platforms.investment.models import Opportunity
from platforms.publishing.comparison import changes, preview
from platforms.publishing.models import Entry
from tests.platforms.factory import draft, make_industry, published, submitted

pytestmark = pytest.mark.django_db


def change(entry, by, **content):
    entry.save_draft(content, seen=entry.edit_number, by=by)


def test_saving_a_published_entry_changes_nothing_on_view(cast):
    entry = published(cast)

    change(entry, cast.kunshan, summary_zh="净地八公顷。")

    assert Opportunity.objects.get(pk=entry.pk).summary_zh == "净地六公顷。"
    assert entry.open_revision().number == 2


def test_a_reviewed_version_replaces_the_old_one_and_both_are_kept(cast):
    entry = published(cast)
    other = make_industry("C38", "Electrical machinery")
    change(entry, cast.kunshan, summary_zh="净地八公顷。", industries=[other.pk])
    entry.submit(by=cast.kunshan)

    entry.publish(by=cast.publisher)

    fresh = Opportunity.objects.get(pk=entry.pk)
    assert (fresh.summary_zh, fresh.version) == ("净地八公顷。", 2)
    assert [row.code for row in fresh.industries.all()] == ["C38"]
    assert list(fresh.revisions.order_by("number").values_list("number", "status")) == [
        (1, "published"),
        (2, "published"),
    ]


def test_the_reviewer_sees_what_changes_and_how_it_will_look(cast):
    entry = published(cast)
    change(entry, cast.kunshan, summary_zh="净地八公顷。", modes=["lease", "greenfield"])

    found = {change.label: (change.before, change.after) for change in changes(entry)}

    assert ("净地六公顷。", "净地八公顷。") in found.values()
    assert len(found) == 2
    assert preview(entry).summary_zh == "净地八公顷。"


def test_a_new_version_in_review_cannot_be_written_until_retracted(cast):
    entry = published(cast)
    change(entry, cast.kunshan, summary_zh="一")
    entry.submit(by=cast.kunshan)

    with pytest.raises(Conflict):
        change(entry, cast.kunshan, summary_zh="二")

    entry.retract(by=cast.kunshan)
    change(entry, cast.kunshan, summary_zh="二")
    assert entry.open_revision().content["summary_zh"] == "二"


def test_a_returned_version_is_mended_and_published(cast):
    entry = published(cast)
    change(entry, cast.kunshan, title_zh="新标题")
    entry.submit(by=cast.kunshan)
    entry.give_back(by=cast.secretariat, note="标题过短")
    assert entry.status == "published"

    change(entry, cast.kunshan, title_zh="新的更长的标题")
    entry.submit(by=cast.kunshan)
    entry.publish(by=cast.secretariat)

    assert Opportunity.objects.get(pk=entry.pk).title_zh == "新的更长的标题"


def test_the_writer_of_a_version_does_not_publish_it(cast):
    entry = published(cast)

    with pytest.raises(NotAllowed):
        change(entry, cast.publisher, title_zh="他人改写")


def test_changed_contacts_are_shown_masked_to_the_reviewer(cast, sign_in):
    entry = published(cast)
    new = {"role": "project", "name": "李雷", "phone": "0512-7777123", "email": "li@demo.example"}
    change(entry, cast.kunshan, contacts=[new])
    entry.submit(by=cast.kunshan)

    page = sign_in(cast.publisher).get(f"/entries/{entry.public_id}/review/")

    assert page.status_code == 200
    assert "李* 051****123 l***@" in page.content.decode()
    assert "0512-7777123" not in page.content.decode()


def test_the_same_figures_and_lines_are_no_change(cast):
    entry = published(cast, land_area_m2="60000", body_zh="一\r\n二")
    change(entry, cast.kunshan, land_area_m2="60000", body_zh=entry.content()["body_zh"])

    assert changes(entry) == []


def test_nobody_who_wrote_a_word_of_it_publishes_it(cast):
    entry = draft(cast, by=cast.secretariat, owner=cast.association)
    entry.save_draft({"title_zh": "改写"}, seen=entry.edit_number, by=cast.publisher)
    entry.submit(by=cast.publisher)

    for who in (cast.secretariat, cast.publisher):
        with pytest.raises(NotAllowed):
            entry.publish(by=who)


def test_renewing_holds_when_a_new_version_is_published(cast):
    entry, until = published(cast), today() + timedelta(days=200)
    change(entry, cast.kunshan, title_zh="新标题")
    entry.renew(until, confirmed={"valid", "amount", "contacts", "capacity"}, by=cast.kunshan)
    entry.submit(by=cast.kunshan)
    entry.publish(by=cast.publisher)

    assert Opportunity.objects.get(pk=entry.pk).valid_until == until


def test_a_version_of_a_closed_entry_leaves_the_queue(cast):
    entry = published(cast)
    change(entry, cast.kunshan, title_zh="新标题")
    entry.submit(by=cast.kunshan)
    assert Entry.objects.in_review().exists()

    entry.fulfil(by=cast.kunshan)

    assert not Entry.objects.in_review().exists()


def test_the_writer_is_offered_to_take_a_version_back(cast, sign_in):
    entry = published(cast)
    change(entry, cast.kunshan, title_zh="新标题")
    entry.submit(by=cast.kunshan)
    client, base = sign_in(cast.kunshan), f"/entries/{entry.public_id}"

    assert f"{base}/take/retract/" in client.get(f"{base}/").content.decode()
    client.post(f"{base}/take/retract/")

    assert entry.open_revision().status == "draft"


def test_what_is_past_its_date_is_not_published(cast, time_machine):
    entry = submitted(cast, valid_until=(today() + timedelta(days=1)).isoformat())
    time_machine.move_to(f"{today() + timedelta(days=3)}T04:00:00Z", tick=False)

    with pytest.raises(Incomplete):
        entry.publish(by=cast.publisher)


def test_a_version_saved_after_the_reviewer_looked_is_overtaken(cast):
    entry = published(cast)
    change(entry, cast.kunshan, title_zh="甲")
    entry.submit(by=cast.kunshan)
    seen = entry.edit_number
    entry.retract(by=cast.kunshan)
    change(entry, cast.kunshan, title_zh="乙")
    entry.submit(by=cast.kunshan)

    with pytest.raises(Overtaken):
        entry.publish(by=cast.publisher, seen=seen)
