"""Every address of the portal × every visitor: who gets which answer (tests/access/*.csv).

Ids of the acceptance list: AZ-01, AZ-02, AZ-03, AZ-13, AN-14. An address or method without a row
fails and is named; so does a row that no route has.
"""

import logging

import pytest
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import translation

from association.members.models import Membership
from association.members.models.mandate import MandateQuerySet
from tests.access.asking import VISITORS, Visitors, alike
from tests.access.table import METHODS, all_routes, rows_of
from tests.access.world import make_world

pytestmark = pytest.mark.django_db
REFUSED = {"login", "401", "403", "404", "405", "410"}
IN_ONE_LANGUAGE = ("/api/", "/health/", "/robots.txt", "/favicon.ico", "/sitemap.xml")
# Four worlds, so that two workers share them evenly.
GROUPS = {
    "open": ("pages", "api", "accounts"),
    "organisations": ("members", "reading", "interests"),
    "entries": ("writing", "reviewing"),
    "admin": ("admin", "tables"),
}
ROWS = {group: [row for area in areas for row in rows_of(area)] for group, areas in GROUPS.items()}
EVERY_ROW = [row for rows in ROWS.values() for row in rows]


@pytest.fixture(scope="class")
def world(django_db_setup, django_db_blocker):
    """The things of the tables, made once for all tests of a class and gone after them."""
    disabled = logging.root.manager.disable
    with django_db_blocker.unblock(), translation.override("zh-hans"), transaction.atomic():
        # Formatting thousands of expected refusals would take longer than refusing does.
        logging.disable(logging.CRITICAL)
        yield make_world()
        logging.disable(disabled)
        transaction.set_rollback(True)


@pytest.fixture(scope="class")
def visitors(world):
    return Visitors(world.cast)


@pytest.fixture(autouse=True)
def _plain_membership(monkeypatch):
    """A period makes a member here: standing has tests of its own, and costs half a request."""
    periods = Membership.objects.filter(organisation=OuterRef("organisation_id"))

    def with_membership(rows, day=None):
        return rows.annotate(is_member=Exists(periods))

    monkeypatch.setattr(MandateQuerySet, "with_membership", with_membership)


class Answers:
    """The rows of one table: a class for each, so that they run beside one another."""

    def test_each_visitor_gets_the_answer_of_the_table(self, row, world, visitors):
        address, form = row.filled(row.address, world.names), row.filled(row.form, world.names)
        found, wrote, told_apart = {}, {}, []
        for visitor in asked_at(row):
            response = visitors.ask(visitor, row.method, address, form)
            found[visitor] = response.code
            if response.written and (row.method == "GET" or response.code in REFUSED):
                wrote[visitor] = response.written
            if response.code == "404" and tells_apart(row, world, visitors, visitor, response):
                told_apart.append(visitor)
        assert found == {visitor: row.expected_for(visitor) for visitor in found}
        assert wrote == {}, "a look or a refusal has written"
        assert told_apart == [], "what is hidden is not answered like what does not exist"


def asked_at(row) -> list[str]:
    """Everybody; at the admin's tables one of those who may not enter, each in turn.

    One guard stands before all of them; admin.csv asks it for everybody.
    """
    if row.area != "tables":
        return list(VISITORS)
    outside = VISITORS[1 + row.line % 8]
    return ["anonymous", outside, *VISITORS[9:]]


def tells_apart(row, world, visitors, visitor, response) -> bool:
    """Whether a hidden thing is answered otherwise than one that does not exist (AZ-03)."""
    address, form = row.filled(row.address, world.others), row.filled(row.form, world.names)
    return alike(response) != alike(visitors.ask(visitor, row.method, address, form))


@pytest.mark.parametrize("row", ROWS["open"], ids=str)
class TestOpen(Answers):
    pass


@pytest.mark.parametrize("row", ROWS["organisations"], ids=str)
class TestOrganisations(Answers):
    pass


@pytest.mark.parametrize("row", ROWS["entries"], ids=str)
class TestEntries(Answers):
    pass


@pytest.mark.parametrize("row", ROWS["admin"], ids=str)
class TestAdmin(Answers):
    pass


class TestAllRoutes:
    """What holds at every address, and that none is forgotten."""

    def test_every_route_has_a_row_for_each_method(self):
        listed = {(row.route, row.method) for row in EVERY_ROW}
        routes = {(route, method) for route in all_routes() for method in METHODS}
        assert sorted(routes - listed) == [], "add rows to tests/access/*.csv"

    def test_every_row_has_a_route_and_stands_once(self):
        routes = set(all_routes())
        assert [str(row) for row in EVERY_ROW if row.route not in routes] == []
        asked = [(row.method, row.address, row.form) for row in EVERY_ROW]
        assert len(asked) == len(set(asked))

    def test_nothing_unsafe_is_done_without_the_token_of_the_page(self, world):
        visitors = Visitors(world.cast, checks_csrf=True)
        taken = []
        for address in one_address_of_each_route(world):
            visitors.ask("anonymous", "POST", address)
            for method in ("POST", "DELETE"):
                code = visitors.ask("secretariat", method, address).code
                taken += [(method, address, code)] if code not in {"403", "405"} else []
        assert taken == []

    def test_methods_that_no_page_uses_change_nothing(self, world, visitors):
        changed = []
        for address in one_address_of_each_route(world):
            # Django's admin knows POST; any other method shows the page.
            for method in ("PUT",) if address.startswith("/admin/") else ("PUT", "PATCH", "DELETE"):
                response = visitors.ask("kunshan_admin", method, address)
                changed += [(method, address)] if response.written else []
        assert changed == []

    def test_head_is_answered_as_get_is(self, world, visitors):
        told = {}
        for address in one_address_of_each_route(world):
            codes = [visitors.ask("anonymous", method, address).code for method in ("GET", "HEAD")]
            if codes[0] != codes[1]:
                told[address] = codes
        assert told == {}

    def test_the_english_pages_give_the_same_answers(self, world, visitors):
        rows = [row for row in EVERY_ROW if not row.address.startswith(IN_ONE_LANGUAGE)]
        wrong = []
        for row in rows[::6]:
            address, form = row.filled(row.address, world.names), row.filled(row.form, world.names)
            for visitor in ("anonymous", "kunshan", "publisher"):
                code = visitors.ask(visitor, row.method, f"/en{address}", form).code
                if code != row.expected_for(visitor):
                    wrong.append((str(row), visitor, code))
        assert wrong == []


def one_address_of_each_route(world) -> list[str]:
    """The first address of each route in the tables."""
    first = {}
    for row in EVERY_ROW:
        first.setdefault(row.route, row.filled(row.address, world.names))
    return list(first.values())
