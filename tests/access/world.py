"""The things that the tables name, in fixed states; taken there through the verbs of people.

`World.names` maps a name of the tables to its value in an address or form; `World.others` maps
the names of things that have an address to a value of the same shape that leads nowhere.
"""

import io
from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType

from association.lib.dates import today
from association.members.importing.checking import plan_of
from association.members.importing.reading import read_sheet
from association.members.importing.writing import seal
from association.members.models import (
    Invitation,
    Organisation,
    OrganisationImport,
    RuleFigure,
    StandingOverride,
)
from association.notifications.letters import send_letter
from association.notifications.models import Delivery, Message
from platforms.cooperation.models import Interest
from tests.conftest import PEOPLE, make_cast
from tests.platforms.factory import draft, full_content, published, submitted
from zones.industries.models import Industry, IndustryTerm

WORDS = {
    "message": "拟建显示模组生产线。",
    "contact_name": "赵强",
    "contact_phone": "021-6666",
    "contact_email": "zhao@demo.example",
}
NO_ROW = "999999999"


@dataclass
class World:
    """The cast, and the names that the tables use."""

    cast: SimpleNamespace
    names: dict[str, str] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)

    def name(self, name: str, value: object, other: str = NO_ROW) -> None:
        self.names[name], self.others[name] = str(value), other


def make_world() -> World:
    """Everything, inside the transaction that is open now."""
    cast = make_cast()
    world = World(cast)
    for make in (add_entries, add_interests, add_organisations, add_people, add_register):
        make(world, cast)
    return world


def add_entries(world: World, cast: SimpleNamespace) -> None:
    """Kunshan's entries, one in each state and for each audience, and some written by others."""
    drafted = draft(cast)
    entries = {
        "draft": drafted,
        "unfinished": draft(cast, title_zh="", title_en=""),
        "in_review": submitted(cast),
        "in_review_of_admin": submitted(cast, by=cast.kunshan_admin),
        "in_review_of_publisher": submitted(cast, by=cast.publisher, owner=cast.association),
        "published": published(cast),
        "for_registered": published(cast, audience="registered"),
        "for_members": published(cast, audience="members"),
        "for_parties": published(cast, audience="parties"),
        "revised": revised(cast),
        **{name: closed(cast, name) for name in CLOSING},
    }
    for name, entry in entries.items():
        entry.refresh_from_db()
        world.name(name, entry.public_id, "z" * 10)
        world.names[f"{name}.pk"] = str(entry.pk)
        world.names[f"{name}.seen"] = str(entry.edit_number)
    world.others["draft.pk"] = NO_ROW
    world.names["soon"] = (today() + timedelta(days=30)).isoformat()
    world.name("zone", drafted.zone.slug, "no-such-zone")
    world.name("zone.pk", drafted.zone.pk)
    world.name("province.pk", drafted.zone.province.pk)


def revised(cast: SimpleNamespace):
    """On view, with a new version in review."""
    entry = published(cast)
    content = full_content(title_zh="新型显示模组二期用地")
    entry.save_draft(content, seen=entry.edit_number, by=cast.kunshan)
    entry.submit(by=cast.kunshan)
    return entry


CLOSING = {
    "paused": lambda entry, cast: entry.pause(by=cast.kunshan),
    "fulfilled": lambda entry, cast: entry.fulfil(by=cast.kunshan),
    "withdrawn": lambda entry, cast: entry.withdraw(by=cast.kunshan, note="撤回"),
    "hidden": lambda entry, cast: entry.hide(by=cast.publisher, note="信息有误"),
    "archived": lambda entry, cast: entry.archive(by=cast.kunshan),
}


def closed(cast: SimpleNamespace, name: str):
    """An entry that had been on view."""
    entry = published(cast)
    CLOSING[name](entry, cast)
    return entry


def add_interests(world: World, cast: SimpleNamespace) -> None:
    """The firm's interests in Kunshan's entries, one in each state."""
    for name, answer in (
        ("sent", ""),
        ("suitable", "suitable"),
        ("asked_back", "more_information"),
        ("given_up", ""),
    ):
        entry = published(cast)
        interest = Interest.express(
            entry, by=cast.firm, organisation_id=cast.hengtong.pk, consent=True, **WORDS
        )
        if answer:
            interest.give_answer(answer, by=cast.kunshan, note="请补充用电负荷。")
        world.name(name, interest.public_id, "z" * 10)
        world.name(f"{name}.pk", interest.pk)
        world.name(f"{name}.entry", entry.public_id, "z" * 10)
        if name == "given_up":
            interest.withdraw(by=cast.firm)


def add_organisations(world: World, cast: SimpleNamespace) -> None:
    """The cast's organisations, and a duplicate that was merged into Kunshan."""
    cast.startup.credit_code = "91320583MA1XYJ4C1M"
    cast.startup.save()
    duplicate = Organisation.objects.create(
        kind="zone", slug="kunshan-again", name_zh="昆山开发区", verification="verified"
    )
    duplicate.merge_into(cast.kunshan_etdz, by=cast.secretariat)
    rows = {"kunshan": cast.kunshan_etdz, "startup": cast.startup, "hengtong": cast.hengtong}
    rows |= {"association": cast.association, "duplicate": duplicate}
    for name, row in rows.items():
        world.name(f"org.{name}", row.slug, "no-such-organisation")
        world.name(f"org.{name}.pk", row.pk)


def add_people(world: World, cast: SimpleNamespace) -> None:
    """Mandates, invitations, a message to Kunshan's editor."""
    for person in ("kunshan", "kunshan_admin", "firm"):
        mandate = getattr(cast, person).mandates.get()
        world.name(f"mandate.{person}", mandate.pk)
        world.names[f"person.{person}"] = str(getattr(cast, person).pk)
    for name, email in (("guest", "guest@demo.example"), ("nobody", cast.nobody.email)):
        row, token = Invitation.issue(cast.kunshan_etdz, email, "editor", by=cast.kunshan_admin)
        world.name(f"invitation.{name}", row.pk)
        world.name(f"token.{name}", token, "A" * 43)
    row, token = Invitation.issue(
        cast.kunshan_etdz, "x@demo.example", "editor", by=cast.secretariat
    )
    row.revoke(by=cast.secretariat)
    world.name("invitation.revoked", row.pk)
    world.name("token.revoked", token, "A" * 43)
    message = Message.objects.create(
        user=cast.kunshan, event_key="access", category="entry", title_zh="已发布", title_en="Out"
    )
    world.name("message", message.pk)
    for person in PEOPLE:
        user = getattr(cast, person)
        EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    world.name("address", cast.kunshan.emailaddress_set.get().pk)


def add_register(world: World, cast: SimpleNamespace) -> None:
    """What only the secretariat's admin shows."""
    send_letter("guest@demo.example", "en", "Welcome", "Welcome.", key="access")
    member = cast.kunshan_etdz.memberships.get()
    override = StandingOverride.objects.create(
        membership=member, standing="suspended", from_on="2022-01-01", until_on="2022-02-01"
    )
    figure = RuleFigure.objects.create(code="interest_answer", value=5, applies_from="2021-01-01")
    industry = Industry.objects.get(code="C39")
    term = IndustryTerm.objects.create(slug="module", term_zh="显示模组", term_en="Modules")
    group = Group.objects.create(name="unused")
    factor = Authenticator.objects.create(user=cast.nobody, type="recovery_codes", data={})
    rows = {"membership": member, "override": override, "figure": figure, "term": term}
    rows |= {"delivery": Delivery.objects.get(), "group": group, "factor": factor}
    for name, row in rows.items():
        world.name(name, row.pk)
    world.name("industry", industry.slug, "no-such-industry")
    world.name("industry.pk", industry.pk)
    world.names["organisation_type"] = str(ContentType.objects.get_for_model(Organisation).pk)
    add_import(world, cast)


def add_import(world: World, cast: SimpleNamespace) -> None:
    """A checked file that could be written."""
    file = io.BytesIO("机构类别,中文名称\n企业,江畔公司\n".encode())
    run = OrganisationImport.objects.create(
        file_name="members.csv", sheet=read_sheet(file, "members.csv"), by=cast.publisher
    )
    world.name("run", run.pk)
    world.names["run.seal"] = seal(run, plan_of(run.sheet))
