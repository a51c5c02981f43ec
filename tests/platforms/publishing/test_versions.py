"""A published entry gets a new version that is reviewed while the old one stays on view."""

import pytest

from association.lib.refusals import Conflict, NotAllowed, Overtaken
from platforms.investment.models import Opportunity
from platforms.publishing.comparison import changes, preview
from tests.platforms.factory import make_industry, published

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
