"""Writing a draft: the form's steps, bad input, two tabs, gaps beside their fields."""

import pytest
from django.urls import reverse

from association.lib.refusals import NotAllowed
from platforms.investment.models import Opportunity
from platforms.publishing.models import Entry
from platforms.publishing.placing import zones_for
from tests.platforms.factory import draft, make_industry, make_zone, published, submitted

pytestmark = pytest.mark.django_db


def address(entry, code="words"):
    return reverse("publishing:edit", args=[entry.public_id, code])


def words(entry, **changes):
    """What the first step of the form sends."""
    content, seen = entry.working_content()
    sent = {name: content[name] for name in content if name.endswith(("_zh", "_en"))}
    return {**sent, "seen": seen, **changes}


def test_starting_a_draft_leads_to_its_first_step(cast, sign_in):
    make_zone(organisation=cast.kunshan_etdz)
    client = sign_in(cast.kunshan)

    answer = client.post("/entries/new/opportunity/", {"organisation": cast.kunshan_etdz.pk})

    entry = Entry.objects.get()
    assert answer["Location"] == address(entry)
    assert (entry.owner, entry.author, entry.status) == (cast.kunshan_etdz, cast.kunshan, "draft")
    assert entry.mandate.user == cast.kunshan


@pytest.mark.parametrize(
    ("who", "status"), [("newfirm", 403), ("nobody", 403), ("expert", 403), ("auditor", 403)]
)
def test_people_without_a_verified_organisation_cannot_start(cast, sign_in, who, status):
    client = sign_in(getattr(cast, who))

    answer = client.post("/entries/new/opportunity/", {"organisation": cast.kunshan_etdz.pk})

    assert answer.status_code == status
    assert not Entry.objects.exists()


def test_one_cannot_start_in_the_name_of_another_organisation(cast, sign_in):
    answer = sign_in(cast.kunshan).post(
        "/entries/new/opportunity/", {"organisation": cast.zunyi_etdz.pk}
    )

    assert answer.status_code == 403
    assert not Entry.objects.exists()


def test_an_unknown_kind_is_not_found(cast, sign_in):
    assert sign_in(cast.kunshan).get("/entries/new/spaceship/").status_code == 404


def test_a_step_is_saved_and_found_again(cast, sign_in):
    entry, client = draft(cast), sign_in(cast.kunshan)

    answer = client.post(address(entry), words(entry, title_zh="换了标题"))

    assert answer["Location"] == address(entry, "subject")
    assert "换了标题" in client.get(address(entry)).content.decode()


@pytest.mark.parametrize("who", ["zunyi", "firm", "jiangsu", "publisher", "auditor"])
def test_a_stranger_does_not_find_the_draft(cast, sign_in, who):
    entry = draft(cast)

    for path in (address(entry), f"/entries/{entry.public_id}/", f"/en/entries/{entry.public_id}/"):
        assert sign_in(getattr(cast, who)).get(path).status_code == 404


def test_an_unknown_step_is_not_found(cast, sign_in):
    assert sign_in(cast.kunshan).get(address(draft(cast), "nonsense")).status_code == 404


@pytest.mark.parametrize(
    ("code", "field", "value", "sentence"),
    [
        ("words", "title_zh", "长" * 121, "120"),
        ("site", "land_area_m2", "-5", "不得为负数"),
        ("site", "land_area_m2", "1e400", ""),
        ("site", "land_area_m2", "NaN", ""),
        ("site", "available_from", "2026-02-30", ""),
        ("subject", "industries", "999999", ""),
        ("subject", "industries", "C39'; drop", ""),
        ("subject", "modes", "barter", ""),
        ("subject", "currency", "XXX", ""),
        ("release", "valid_until", "tomorrow", ""),
        ("release", "audience", "everyone", ""),
        ("release", "contacts-0-email", "no address", ""),
    ],
)
def test_bad_input_is_named_beside_its_field_and_nothing_is_saved(
    cast, sign_in, code, field, value, sentence
):
    entry, client = draft(cast), sign_in(cast.kunshan)
    before, seen = entry.working_content()
    management = {"contacts-TOTAL_FORMS": 2, "contacts-INITIAL_FORMS": 0}

    answer = client.post(
        address(entry, code), {**management, "audience": "public", field: value, "seen": seen}
    )

    assert answer.status_code == 400
    assert 'class="errorlist"' in answer.content.decode()
    assert sentence in answer.content.decode()
    assert Opportunity.objects.get(pk=entry.pk).working_content() == (before, seen)


def test_an_amount_range_must_not_be_upside_down(cast, sign_in):
    entry, client = draft(cast), sign_in(cast.kunshan)

    answer = client.post(
        address(entry, "subject"),
        {
            "industries": [make_industry().pk],
            "modes": ["lease"],
            "currency": "CNY",
            "investment_min": "500",
            "investment_max": "300",
            "seen": entry.edit_number,
        },
    )

    assert answer.status_code == 400
    assert "投资额上限不得低于下限" in answer.content.decode()


def test_the_second_tab_is_told_and_loses_nothing(cast, sign_in):
    entry, client = draft(cast), sign_in(cast.kunshan)
    stale = words(entry, title_zh="第二个标签页")
    client.post(address(entry), words(entry, title_zh="第一个标签页"))

    answer = client.post(address(entry), stale)

    page = answer.content.decode()
    assert answer.status_code == 412
    assert 'value="第二个标签页"' in page  # one's own words stand in the form
    assert "第一个标签页" in page  # and what the other one saved beside it
    assert Opportunity.objects.get(pk=entry.pk).title_zh == "第一个标签页"
    again = {**stale, "seen": answer.context["form"].data["seen"]}
    assert client.post(address(entry), again).status_code == 302
    assert Opportunity.objects.get(pk=entry.pk).title_zh == "第二个标签页"


def test_submitting_with_gaps_leads_to_the_first_and_names_it_beside_the_field(cast, sign_in):
    entry, client = draft(cast, summary_zh="", contacts=[]), sign_in(cast.kunshan)

    answer = client.post(f"/entries/{entry.public_id}/submit/", follow=True)

    assert answer.redirect_chain[-1][0].startswith(address(entry))
    assert "summary_zh" in answer.context["form"].errors
    release = client.get(address(entry, "release") + "?gaps=1")
    assert release.context["form"].contact_gap
    assert Entry.objects.get(pk=entry.pk).status == "draft"


def test_what_is_in_review_cannot_be_written(cast, sign_in):
    entry = submitted(cast)

    answer = sign_in(cast.kunshan).post(address(entry), words(entry, title_zh="偷改"))

    assert answer.status_code == 409
    assert Opportunity.objects.get(pk=entry.pk).title_zh != "偷改"


def test_an_over_fortified_title_is_calmed(cast):
    entry = draft(cast, title_zh="a" + "\u0301" * 10_000 + "\u202e标题\u200f")

    assert len(entry.title_zh) < 12
    assert "\u202e" not in entry.title_zh


def test_a_zone_writes_about_itself_and_a_firm_names_none(cast):
    entry, zunyi = draft(cast), make_zone("zunyi-etdz", cast.zunyi_etdz, province="guizhou")

    with pytest.raises(NotAllowed):
        entry.save_draft({"zone": zunyi.pk}, seen=entry.edit_number, by=cast.kunshan)

    assert not zones_for(cast.hengtong).exists()
    assert "zone" not in draft(cast, by=cast.firm, owner=cast.hengtong, zone=None).gaps()


def test_a_department_chooses_among_the_zones_of_its_province(cast):
    make_zone("zunyi-etdz", cast.zunyi_etdz, province="guizhou")
    kunshan = make_zone(organisation=cast.kunshan_etdz)

    assert list(zones_for(cast.jiangsu_department)) == [kunshan]


def test_contacts_saved_in_another_tab_are_shown_before_they_are_lost(cast, sign_in):
    entry, client = draft(cast), sign_in(cast.kunshan)
    seen = entry.edit_number
    entry.save_draft(
        {"contacts": [{"role": "project", "name": "李雷", "phone": "0512-7777", "email": ""}]},
        seen=seen,
        by=cast.kunshan_admin,
    )

    answer = client.post(
        address(entry, "release"),
        {
            "contacts-TOTAL_FORMS": 2,
            "contacts-INITIAL_FORMS": 0,
            "contacts-0-name": "韩梅梅",
            "contacts-0-phone": "0512-8888",
            "audience": "public",
            "valid_until": entry.valid_until.isoformat(),
            "seen": seen,
        },
    )

    page = answer.content.decode()
    assert answer.status_code == 412
    assert "李雷" in page
    assert "韩梅梅" in page


def test_deeds_by_click_and_with_a_reason(cast, sign_in):
    entry, client = published(cast), sign_in(cast.kunshan)
    base = f"/entries/{entry.public_id}"

    assert client.post(f"{base}/take/pause/").status_code == 302
    assert Entry.objects.get(pk=entry.pk).status == "paused"
    assert client.post(f"{base}/take/pause/").status_code == 409
    assert client.post(f"{base}/take/publish/").status_code == 404
    assert client.post(f"{base}/reason/withdraw/", {"note": "已引进"}).status_code == 302
    assert sign_in(cast.zunyi).post(f"{base}/take/resume/").status_code == 404
