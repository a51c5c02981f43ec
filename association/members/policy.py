"""The permission matrix (matrix.csv) and the one function that answers it.

Scope codes: `-` no; `W` everywhere; `O` what an organisation owns for which the visitor holds the
role; `A` an organisation that the visitor administers, verified or not; `X` anything that the
visitor's own organisations do not own; `M` everywhere if the organisation is an active member;
a trailing `!` excludes what the visitor wrote.
"""

import csv
from functools import cache
from pathlib import Path
from typing import Any

from association.lib.refusals import NotAllowed
from association.members.persona import Persona, persona_of

ROLES = ("AN", "RU", "FU", "FA", "ZO", "ZA", "EX", "SE", "SA", "AU")


@cache
def matrix() -> dict[str, dict[str, str]]:
    """action → role → scope code, as in matrix.csv."""
    with (Path(__file__).parent / "matrix.csv").open(encoding="utf-8") as lines:
        return {row["action"]: {role: row[role] for role in ROLES} for row in csv.DictReader(lines)}


def may(user: Any, action: str, thing: Any = None) -> bool:
    """Whether `user` may do `action` (with `thing`, if it concerns one).

    A thing tells its owner by `policy_owner_id` (an organisation's pk) and, where authorship
    matters, its authors by `author_ids`. KeyError for an action that the matrix does not list.
    """
    cells = matrix()[action]
    persona = persona_of(user)
    if not persona.roles_at:
        role = "RU" if persona.is_registered else "AN"
        return _holds(cells[role], persona, None, thing)
    return any(
        _holds(cells[role], persona, organisation_id, thing)
        for organisation_id, roles in persona.roles_at.items()
        for role in roles
    ) or _holds(cells["RU"], persona, None, thing)


def may_as(user: Any, organisation_id: int, action: str, thing: Any = None) -> bool:
    """Whether `user` may do `action` in the name of that organisation, by the roles held there."""
    persona, cells = persona_of(user), matrix()[action]
    roles = persona.roles_at.get(organisation_id, ())
    return any(_holds(cells[role], persona, organisation_id, thing) for role in roles)


def require(user: Any, action: str, thing: Any = None) -> None:
    """Raise NotAllowed unless `user` may."""
    if not may(user, action, thing):
        raise NotAllowed


def _holds(cell: str, persona: Persona, organisation_id: int | None, thing: Any) -> bool:
    if cell.endswith("!") and thing is not None and persona.user.pk in thing.author_ids:
        return False
    return SCOPES[cell.rstrip("!")](persona, organisation_id, thing)


def _owns(persona: Persona, organisation_id: int | None, thing: Any) -> bool:
    return thing is None or thing.policy_owner_id == organisation_id


def _administers(persona: Persona, organisation_id: int | None, thing: Any) -> bool:
    return thing is not None and persona.is_administrator_of(thing.policy_owner_id)


def _stranger(persona: Persona, organisation_id: int | None, thing: Any) -> bool:
    return thing is None or thing.policy_owner_id not in persona.organisation_ids


SCOPES = {
    "-": lambda persona, organisation_id, thing: False,
    "W": lambda persona, organisation_id, thing: True,
    "O": _owns,
    "A": _administers,
    "X": _stranger,
    "M": lambda persona, organisation_id, thing: persona.is_member,
}
