"""The permission matrix: every cell, for the person whose role it is."""

from types import SimpleNamespace

import pytest

from association.members.models import Mandate
from association.members.permissions import ADMIN_RIGHTS, grant
from association.members.persona import persona_of
from association.members.policy import ROLES, matrix, may

pytestmark = pytest.mark.django_db
# role → person, and the roles that this person has at home
PEOPLE = {
    "AN": (None, None, ["AN"]),
    "RU": ("nobody", None, ["RU"]),
    "FU": ("firm_editor", "hengtong", ["RU", "FU"]),
    "FA": ("firm", "hengtong", ["RU", "FU", "FA"]),
    "ZO": ("kunshan", "kunshan_etdz", ["RU", "ZO"]),
    "ZA": ("kunshan_admin", "kunshan_etdz", ["RU", "ZO", "ZA"]),
    "EX": ("expert", "association", ["RU", "EX"]),
    "SE": ("publisher", "association", ["RU", "SE"]),
    "SA": ("secretariat", "association", ["RU", "SA"]),
    "AU": ("auditor", "association", ["RU", "AU"]),
}
ADMINISTERS = {"FA", "ZA", "SA"}
MEMBERS = {"FU", "FA", "ZO", "ZA"}
# scope code → where it holds: one's own thing, somebody else's
HOLDS = {
    "-": (False, False),
    "W": (True, True),
    "O": (True, False),
    "X": (False, True),
}


def expected(code, role, own, authored):
    """What one cell says about one thing."""
    if code.endswith("!") and authored:
        return False
    code = code.rstrip("!")
    if code == "A":
        return own and role in ADMINISTERS
    if code == "M":
        return role in MEMBERS
    return HOLDS[code][0 if own else 1]


@pytest.fixture
def people(cast):
    cast.firm_editor = type(cast.firm).objects.create(email="editor@demo.example")
    Mandate.objects.create(
        user=cast.firm_editor, organisation=cast.hengtong, role="editor", from_on="2021-01-01"
    )
    return cast


@pytest.mark.parametrize("role", ROLES)
def test_every_action_is_allowed_or_refused_as_the_matrix_says(people, role):
    name, home, roles = PEOPLE[role]
    person = getattr(people, name) if name else None
    assert persona_of(person).roles >= {role}
    things = [(False, False, people.zunyi_etdz.pk, 0)]
    if home:
        home_pk = getattr(people, home).pk
        things += [(True, False, home_pk, 0), (True, True, home_pk, person.pk)]

    for action, cells in matrix().items():
        for own, authored, owner, author in things:
            thing = SimpleNamespace(policy_owner_id=owner, author_ids={author})
            wanted = any(expected(cells[one], role, own, authored) for one in roles)
            assert may(person, action, thing) == wanted, (action, role, own, authored)


@pytest.mark.parametrize(
    ("name", "action", "allowed"),
    [
        ("publisher", "entry.review", True),
        ("kunshan_admin", "entry.review", False),
        ("auditor", "entry.review", False),
        ("publisher", "members.preview_import", True),
        ("publisher", "members.import", False),
        ("secretariat", "members.import", True),
        ("secretariat", "interest.express", False),
        ("firm", "interest.express", True),
        ("newfirm", "interest.express", False),
        ("newfirm", "entry.create", False),
        ("expert", "members.enter_admin", False),
        ("jiangsu", "members.enter_admin", False),
        ("auditor", "members.enter_admin", True),
        ("auditor", "organisation.edit", False),
        ("auditor", "person.deactivate", False),
    ],
)
def test_decisions_that_matter_most(cast, name, action, allowed):
    assert may(getattr(cast, name), action) is allowed


def test_the_administrator_of_an_unverified_firm_cares_for_it_alone(cast):
    assert may(cast.newfirm, "mandate.grant", cast.startup)
    assert may(cast.newfirm, "organisation.edit", cast.startup)
    assert not may(cast.newfirm, "mandate.grant", cast.hengtong)


def test_the_matrix_is_complete_and_uses_known_codes_only():
    for action, cells in matrix().items():
        assert set(cells) == set(ROLES), action
        assert {cell.rstrip("!") for cell in cells.values()} <= {"-", "W", "O", "A", "X", "M"}


def test_an_unknown_action_is_an_error():
    with pytest.raises(KeyError):
        may(None, "entry.explode")


def test_the_admin_asks_for_listed_actions_and_never_to_delete():
    assert set(ADMIN_RIGHTS.values()) <= set(matrix())
    assert not any(".delete_" in right for right in ADMIN_RIGHTS)
    with pytest.raises(ValueError, match="view, add and change"):
        grant("members.organisation", delete="organisation.edit")


def test_a_person_barred_from_signing_in_is_nobody(cast):
    cast.secretariat.is_active = False

    assert persona_of(cast.secretariat).roles == {"AN"}


def test_the_persona_costs_one_query(cast, django_assert_num_queries):
    person = type(cast.firm).objects.get(pk=cast.firm.pk)

    with django_assert_num_queries(1):
        may(person, "entry.create")
        may(person, "interest.express")
