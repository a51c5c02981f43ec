"""The secretariat's admin: who enters, what is found, what history tells, what deeds do."""

import pytest
from django.contrib.auth import get_user_model

from association.members.admin.history import history_of
from association.members.models import Mandate, Organisation

pytestmark = pytest.mark.django_db
LIST = "/admin/members/organisation/"


@pytest.mark.parametrize(
    ("name", "status"),
    [
        *[("secretariat", 200), ("publisher", 200), ("auditor", 200)],
        *[("kunshan_admin", 403), ("jiangsu", 403), ("firm", 403), ("newfirm", 403)],
        *[("expert", 403), ("nobody", 403)],
    ],
)
def test_only_the_secretariat_and_the_auditor_enter(cast, sign_in, name, status):
    browser = sign_in(getattr(cast, name))

    assert browser.get("/admin/").status_code == status
    assert browser.get(LIST).status_code == status


def test_a_stranger_is_led_to_the_sign_in_of_the_portal(cast, sign_in):
    answer = sign_in(None).get(LIST)

    assert answer.status_code == 302
    assert answer["Location"] == f"/accounts/login/?next={LIST}"
    assert sign_in(None).post("/admin/login/", {"username": "x"}).status_code == 302


def test_staff_without_a_second_factor_are_led_to_set_one_up(cast, client):
    client.force_login(cast.secretariat, backend="association.accounts.backends.EmailBackend")

    answer = client.get(LIST)

    assert answer.status_code == 302
    assert "/accounts/2fa/totp/activate/" in answer["Location"]


def test_a_technical_administrator_without_a_mandate_sees_no_business(cast, sign_in):
    get_user_model().objects.filter(pk=cast.nobody.pk).update(is_superuser=True)
    cast.nobody.refresh_from_db()

    assert sign_in(cast.nobody).get(LIST).status_code == 403


@pytest.mark.parametrize("words", ["恒通", "hengtong", "htdz", "Electronics"])
def test_an_organisation_is_found_in_chinese_english_pinyin_and_by_initials(cast, sign_in, words):
    page = sign_in(cast.publisher).get(LIST, {"q": words}).text

    assert "恒通电子有限公司" in page
    assert "遵义经济技术开发区" not in page


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ({"verification__exact": "unverified"}, "新芯"),
        ({"standing": "none", "kind__exact": "firm"}, "新芯"),
        ({"standing": "current", "kind__exact": "firm"}, "恒通"),
        ({"province": "320000", "kind__exact": "zone"}, "昆山"),
    ],
)
def test_the_list_filters_by_state_standing_and_province(cast, sign_in, query, slug):
    page = sign_in(cast.publisher).get(LIST, query).text

    assert slug in page
    assert "遵义" not in page


def test_the_list_costs_the_same_whatever_its_length(cast, sign_in, django_assert_max_num_queries):
    browser = sign_in(cast.publisher)
    Organisation.objects.bulk_create(
        Organisation(kind="firm", slug=f"f{number}", name_zh=f"公司{number}")
        for number in range(60)
    )

    with django_assert_max_num_queries(14):
        assert browser.get(LIST).status_code == 200


def test_history_tells_who_when_before_and_after(cast, sign_in):
    browser = sign_in(cast.publisher)
    form = form_of(cast.hengtong, name_en="Hengtong Optics")

    assert browser.post(f"{LIST}{cast.hengtong.pk}/change/", form).status_code == 302
    step = history_of(Organisation.objects.get(pk=cast.hengtong.pk))[0]
    page = browser.get(f"/en{LIST}{cast.hengtong.pk}/history/").text

    assert step.who == "Publisher"
    assert [(c.before, c.after) for c in step.changes] == [
        ("Hengtong Electronics", "Hengtong Optics")
    ]
    for words in ("Publisher", "Hengtong Electronics", "Hengtong Optics", "English name"):
        assert words in page


def test_history_records_what_queries_change_and_mandates(cast):
    Organisation.objects.filter(pk=cast.hengtong.pk).update(verification="rejected")
    Mandate.objects.create(user=cast.nobody, organisation=cast.hengtong, role="editor")

    steps = history_of(cast.hengtong, related=("mandates",))

    words = {change.after for step in steps for change in step.changes}
    assert {"核验未通过", "Nobody", "编辑"} <= words


def form_of(organisation, **values):
    """What the change form of the admin sends, without inline rows."""
    names = ("kind", "name_zh", "name_en", "credit_code", "division_code", "country_code")
    form = {name: getattr(organisation, name) or "" for name in names}
    for prefix in ("mandates", "memberships", "identifiers", "former_names"):
        form |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
    return {**form, **values}


def test_a_new_organisation_gets_its_address_from_its_name(cast, sign_in):
    form = form_of(Organisation(kind="firm", name_zh="江畔公司", country_code="CN"))

    assert sign_in(cast.publisher).post(f"{LIST}add/", form).status_code == 302
    assert Organisation.objects.get(name_zh="江畔公司").slug == "jiang-pan-gong-si"


def test_nobody_makes_a_second_association(cast, sign_in):
    form = form_of(Organisation(kind="association", name_zh="另一联盟", country_code="CN"))

    assert sign_in(cast.secretariat).post(f"{LIST}add/", form).status_code == 200
    assert Organisation.objects.filter(kind="association").count() == 1


def test_the_auditor_reads_and_writes_nothing(cast, sign_in):
    browser = sign_in(cast.auditor)
    change = f"{LIST}{cast.hengtong.pk}/change/"

    assert browser.get(change).status_code == 200
    assert browser.post(change, form_of(cast.hengtong, name_en="X")).status_code == 403
    assert browser.get(f"{LIST}add/").status_code == 403
    assert browser.get(f"{LIST}import/").status_code == 403
    assert browser.post(f"{LIST}{cast.startup.pk}/verify/").status_code == 403


@pytest.mark.parametrize("person", ["secretariat", "publisher", "auditor"])
def test_nothing_is_deleted(cast, sign_in, person):
    browser = sign_in(getattr(cast, person))

    assert browser.post(f"{LIST}{cast.startup.pk}/delete/", {"post": "yes"}).status_code == 403


def test_mandates_are_ended_by_their_verb(cast, sign_in):
    address = "/admin/members/mandate/"
    form = {"action": "end", "_selected_action": [cast.firm.mandates.get().pk]}

    page = sign_in(cast.secretariat).post(address, form, follow=True).text

    assert "至少保留一名管理员" in page
    assert cast.firm.mandates.get().until_on is None


def test_a_person_is_barred_and_let_in_again_but_not_by_themselves(cast, sign_in):
    browser = sign_in(cast.secretariat)
    address = "/admin/accounts/user/"
    form = {"action": "deactivate", "_selected_action": [cast.firm.pk]}

    browser.post(address, form)
    assert not get_user_model().objects.get(pk=cast.firm.pk).is_active
    browser.post(address, {**form, "action": "reactivate"})
    assert get_user_model().objects.get(pk=cast.firm.pk).is_active
    browser.post(address, {**form, "_selected_action": [cast.secretariat.pk]})
    assert get_user_model().objects.get(pk=cast.secretariat.pk).is_active


def test_people_are_not_edited_and_not_listed_to_editors(cast, sign_in):
    address = f"/admin/accounts/user/{cast.firm.pk}/change/"

    assert sign_in(cast.publisher).get(address).status_code == 403
    page = sign_in(cast.secretariat).get(address).text
    assert 'name="_save"' not in page
    assert "password" not in page


def test_the_dashboard_says_what_waits(cast, sign_in):
    Organisation.objects.filter(pk=cast.startup.pk).update(verification="pending")

    page = sign_in(cast.publisher).get("/en/admin/").text

    assert "<b>1</b> Organisations that asked to be verified" in page


def test_the_admin_speaks_as_an_official_would(cast, sign_in):
    browser = sign_in(cast.publisher)

    page = browser.get(LIST).text
    form = browser.get(f"{LIST}{cast.startup.pk}/change/").text

    for words in ("机构列表", "新增机构", "按类别", "请选择"):
        assert words in page
    assert "来修改" not in page
    assert "None" not in form
    assert "添加另一个" not in form
