"""The public register, the public card, and how a firm comes in."""

import pytest
from django.core.exceptions import ValidationError
from psycopg.types.range import DateRange
from stdnum.cn import uscc

from association.lib.refusals import Conflict, NotAllowed, Refused
from association.members.codes import validate_credit_code, validate_division_code
from association.members.models import Membership, Organisation

pytestmark = pytest.mark.django_db


def code_from(body):
    """A valid credit code that begins with 17 given characters."""
    return body + uscc.calc_check_digit(body)


CODE = code_from("91320583MA1MTR7W1")
FORM = {
    "kind": "firm",
    "name_zh": "江畔精密有限公司",
    "credit_code": CODE,
    "website": "jiang.example",
}


def test_the_register_lists_current_members_in_both_languages(cast, sign_in):
    browser = sign_in(None)

    assert "恒通电子有限公司" in browser.get("/members/").text
    assert "Hengtong Electronics" in browser.get("/en/members/").text
    assert "新芯" not in browser.get("/members/").text


@pytest.mark.parametrize("words", ["恒通", "hengtong", "htdz", "Electronics"])
def test_a_member_is_found_by_name_pinyin_and_initials(cast, sign_in, words):
    page = sign_in(None).get("/members/", {"q": words}).text

    assert "恒通电子有限公司" in page
    assert "遵义经济技术开发区" not in page


def test_filters_combine_and_refuse_nonsense(cast, sign_in):
    browser = sign_in(None)

    page = browser.get("/members/", {"kind": "zone", "province": "320000"}).text
    assert "昆山" in page
    assert "遵义" not in page
    assert browser.get("/members/", {"kind": "circus"}).status_code == 400


def test_the_register_costs_the_same_whatever_its_length(
    cast, sign_in, django_assert_max_num_queries
):
    browser = sign_in(None)
    for number in range(40):
        row = Organisation.objects.create(
            kind="firm", slug=f"firm-{number}", name_zh=f"第{number}公司", verification="verified"
        )
        Membership.objects.create(
            organisation=row, admitted_on="2021-01-01", period=DateRange("2021-01-01", None)
        )

    with django_assert_max_num_queries(8):
        assert browser.get("/members/").status_code == 200


def test_the_register_can_be_taken_away_as_csv(cast, sign_in):
    Organisation.objects.filter(slug="hengtong").update(name_zh="=cmd()")
    answer = sign_in(None).get("/members/members.csv")

    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "'=cmd()" in text
    assert "昆山经济技术开发区" in text


def test_the_card_shows_no_people(cast, sign_in):
    page = sign_in(None).get("/members/hengtong/").text

    assert "恒通电子有限公司" in page
    assert "2021" in page
    assert "firm@demo.example" not in page
    assert ">Firm<" not in page


def test_an_unverified_organisation_is_seen_by_its_own_people_alone(cast, sign_in):
    assert sign_in(None).get("/members/startup/").status_code == 404
    assert sign_in(cast.firm).get("/members/startup/").status_code == 404
    assert sign_in(cast.newfirm).get("/members/startup/").status_code == 200
    assert sign_in(cast.secretariat).get("/members/startup/").status_code == 200


def test_a_merged_organisation_leads_to_the_one_that_remains(cast, sign_in):
    cast.startup.merge_into(cast.hengtong, by=cast.secretariat)

    answer = sign_in(None).get("/members/startup/")

    assert answer.status_code == 301
    assert answer["Location"] == "/members/hengtong/"


def test_what_was_merged_before_follows(cast):
    cast.startup.merge_into(cast.hengtong, by=cast.secretariat)
    cast.hengtong.merge_into(cast.zunyi_etdz, by=cast.secretariat)

    cast.startup.refresh_from_db()
    assert cast.startup.merged_into == cast.zunyi_etdz


def test_merging_has_its_limits(cast):
    with pytest.raises(NotAllowed):
        cast.startup.merge_into(cast.hengtong, by=cast.publisher)
    with pytest.raises(Refused):
        cast.startup.merge_into(cast.startup, by=cast.secretariat)
    with pytest.raises(Refused):
        cast.association.merge_into(cast.startup, by=cast.secretariat)
    cast.startup.merge_into(cast.hengtong, by=cast.secretariat)
    with pytest.raises(Conflict):
        cast.startup.merge_into(cast.zunyi_etdz, by=cast.secretariat)


def test_a_person_registers_their_firm_and_asks_for_verification(cast, sign_in):
    browser = sign_in(cast.nobody)

    answer = browser.post("/members/register/", FORM)
    organisation = Organisation.objects.get(credit_code=CODE)
    assert answer["Location"] == organisation.get_absolute_url()
    assert organisation.verification == "unverified"
    assert organisation.website == "https://jiang.example"
    assert organisation.mandates.get().role == "administrator"

    browser.post(f"/members/{organisation.slug}/request-verification/")
    organisation.refresh_from_db()
    assert organisation.verification == "pending"
    assert browser.post(f"/members/{organisation.slug}/request-verification/").status_code == 302


@pytest.mark.parametrize(
    "fault",
    [
        {"credit_code": "913205830000000000"},
        {"kind": "association"},
        {"kind": "zone"},
        {"name_zh": ""},
    ],
)
def test_a_faulty_registration_makes_nothing(cast, sign_in, fault):
    before = Organisation.objects.count()

    answer = sign_in(cast.nobody).post("/members/register/", {**FORM, **fault})

    assert answer.status_code == 400
    assert Organisation.objects.count() == before


def test_a_code_that_is_taken_is_named(cast, sign_in):
    sign_in(cast.nobody).post("/members/register/", FORM)

    answer = sign_in(cast.zunyi).post("/members/register/", {**FORM, "name_zh": "另一家"})

    assert answer.status_code == 400
    assert "该代码已属于其他机构" in answer.text


def test_only_so_many_wait_for_verification_at_once(cast, sign_in):
    browser = sign_in(cast.nobody)
    for number in range(4):
        code = code_from(f"91320583MA1MTR7W{number}")
        browser.post(
            "/members/register/", {**FORM, "name_zh": f"公司{number}", "credit_code": code}
        )

    assert cast.nobody.mandates.count() == 3


def test_verification_is_a_small_machine(cast):
    firm = cast.startup
    with pytest.raises(Refused):
        firm.request_verification(by=cast.newfirm)
    firm.credit_code = CODE
    firm.save()
    firm.request_verification(by=cast.newfirm)
    with pytest.raises(NotAllowed):
        firm.verify(by=cast.newfirm)
    with pytest.raises(Refused):
        firm.reject(by=cast.publisher, note=" ")
    firm.reject(by=cast.publisher, note="no such code")
    firm.request_verification(by=cast.newfirm)
    firm.verify(by=cast.publisher)
    with pytest.raises(Conflict):
        firm.verify(by=cast.publisher)
    assert firm.verified_at is not None


def test_there_is_one_association(cast):
    with pytest.raises(ValidationError, match="联盟"):
        Organisation(kind="association", slug="x", name_zh="另一个").full_clean()


@pytest.mark.parametrize("code", [CODE.lower(), CODE[:-1] + "0", "1234", " " + CODE[1:]])
def test_credit_codes_are_checked(code):
    with pytest.raises(ValidationError):
        validate_credit_code(code)


@pytest.mark.parametrize("code", ["990000", "32058", "32058a", "３２０５８３", "3205830"])
def test_division_codes_are_checked(code):
    with pytest.raises(ValidationError):
        validate_division_code(code)


def test_members_stand_in_the_order_of_pinyin(cast, sign_in):
    page = sign_in(None).get("/members/").text

    # Hengtong, Jiangsu, Kunshan, Zunyi; by character code Kunshan would stand before Jiangsu.
    names = ["恒通电子有限公司", "江苏省商务厅", "昆山经济技术开发区", "遵义经济技术开发区"]
    places = [page.index(name) for name in names]
    assert places == sorted(places)
