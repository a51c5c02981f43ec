"""Who a visitor is here and now: the roles that follow from the mandates valid today."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

ZONE_KINDS = {"zone", "border_zone", "provincial_zone", "overseas_zone"}
PUBLIC_KINDS = ZONE_KINDS | {"commerce_department", "agency"}
ADMINISTERING = {"legal", "administrator"}
WRITING = ADMINISTERING | {"editor"}
SECRETARIAT = {"administrator": "SA", "editor": "SE", "auditor": "AU", "expert": "EX"}


@dataclass(frozen=True)
class Persona:
    """The eight roles of permissions.md as they hold for one visitor at this moment.

    A role in `roles_at[organisation_id]` counts only for what that organisation owns; an
    unverified organisation gives no role at all, so its people read but do not write.
    """

    user: Any = None
    mandates: tuple[Any, ...] = ()
    roles_at: dict[int, set[str]] = field(default_factory=dict)

    @cached_property
    def roles(self) -> set[str]:
        """All roles of the visitor, `AN` for nobody in particular."""
        found = {role for roles in self.roles_at.values() for role in roles}
        return found or ({"AN"} if not self.is_registered else {"RU"})

    @property
    def is_registered(self) -> bool:
        return bool(self.user and self.user.is_authenticated and self.user.is_active)

    @cached_property
    def is_secretariat(self) -> bool:
        return bool(self.roles & {"SE", "SA"})

    @cached_property
    def organisation_ids(self) -> set[int]:
        """Organisations for which the visitor holds any mandate."""
        return {mandate.organisation_id for mandate in self.mandates}

    @cached_property
    def is_member(self) -> bool:
        """Acts for at least one organisation whose membership is active."""
        return any(mandate.is_member for mandate in self.mandates)

    @cached_property
    def writing_mandates(self) -> tuple[Any, ...]:
        """Mandates under which the visitor may post for a verified organisation."""
        return tuple(
            m
            for m in self.mandates
            if m.role in WRITING and speaks_for_all(m) and m.organisation.is_verified
        )

    def mandate_at(self, organisation_id: int | None) -> Any:
        """The mandate under which the visitor writes for that organisation, or None."""
        rows = (m for m in self.writing_mandates if m.organisation_id == organisation_id)
        return next(rows, None)

    @property
    def waiting_organisation(self) -> Any:
        """An organisation that the visitor administers and that is not verified, or None."""
        rows = (m.organisation for m in self.mandates if m.administers)
        return next((row for row in rows if not row.is_verified), None)

    def is_administrator_of(self, organisation_id: int) -> bool:
        """Administers that organisation, verified or not."""
        return any(
            m.organisation_id == organisation_id and m.role in ADMINISTERING and speaks_for_all(m)
            for m in self.mandates
        )


def persona_of(user: Any) -> Persona:
    """The persona of `user` (None or anonymous for a visitor), kept for the request on the user.

    One query: mandates valid today with their organisations and whether those are members.
    """
    if user is None or not user.is_authenticated or not user.is_active:
        return Persona()
    if not hasattr(user, "_persona"):
        rows = user.mandates.valid_on().with_membership().select_related("organisation")
        user._persona = make_persona(user, tuple(rows.order_by("pk")))
    return user._persona


def forget_persona(user: Any) -> None:
    """Read the mandates anew, after a verb changed them within one request."""
    user.__dict__.pop("_persona", None)


def make_persona(user: Any, mandates: tuple[Any, ...]) -> Persona:
    """The persona that follows from mandates, each with `organisation` and `is_member`.

    An auditor is nothing but an auditor: whoever checks the trail writes nothing that is in it.
    """
    roles_at: dict[int, set[str]] = {}
    for mandate in filter(speaks_for_all, mandates):
        roles = roles_of(mandate.organisation, mandate.role)
        if roles:
            roles_at.setdefault(mandate.organisation_id, set()).update(roles)
    auditing = {place: {"AU"} for place, roles in roles_at.items() if "AU" in roles}
    if auditing:
        mandates = tuple(m for m in mandates if m.role not in WRITING)
    return Persona(user=user, mandates=mandates, roles_at=auditing or roles_at)


def speaks_for_all(mandate: Any) -> bool:
    """A mandate for one body, alliance or platform gives no role at the whole organisation."""
    return mandate.scope == "organisation"


def roles_of(organisation: Any, role: str) -> set[str]:
    """Roles that a mandate gives at an organisation; none while it is unverified."""
    if not organisation.is_verified:
        return set()
    if organisation.kind == "association":
        return {SECRETARIAT[role]} if role in SECRETARIAT else set()
    if role == "expert":
        return {"EX"}
    if role not in WRITING:
        return set()
    if organisation.kind in PUBLIC_KINDS:
        return {"ZO"} if role == "editor" else {"ZO", "ZA"}
    return {"FU"} if role == "editor" else {"FU", "FA"}
