"""The permission matrix as a page to read: docs/permissions.md is written from matrix.csv."""

import csv
from pathlib import Path

from association.members.policy import ROLES

MATRIX = Path(__file__).parent / "matrix.csv"
NAMES = {
    "AN": "a visitor who is not signed in",
    "RU": "a signed-in person without a role at a verified organisation",
    "FU": "an editor of a firm or institute",
    "FA": "an administrator of a firm or institute",
    "ZO": "an editor of a zone, department or agency",
    "ZA": "an administrator of a zone, department or agency",
    "EX": "an expert",
    "SE": "an editor of the secretariat",
    "SA": "an administrator of the secretariat",
    "AU": "the auditor, who reads the trail and writes nothing",
}
SCOPES = {
    "-": "no",
    "W": "everywhere",
    "O": "what an organisation owns for which the person holds the role",
    "A": "an organisation that the person administers, verified or not",
    "X": "anything that the person's own organisations do not own",
    "M": "everywhere, if the organisation is an active member",
    "!": "behind a code: not what the person wrote",
}
HEADING = """# Who may do what

Written from `association/members/matrix.csv` by `manage.py write_permissions`; change that file.
A right holds only for what the person may see: what they may not see is answered like what does
not exist (404), what they see and may not do with 403, what its state does not allow with 409.
Rights follow from the mandates that are valid today; an unverified organisation gives none but `A`.
Every address and the answer each visitor gets there: `tests/access/*.csv`.
"""


def permission_page() -> str:
    """The whole page, in Markdown."""
    with MATRIX.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    table = [["Action", *ROLES, "Meaning"], ["---"] * (len(ROLES) + 2)]
    table += [cells_of(row) for row in rows]
    lines = [f"| {' | '.join(cells)} |" for cells in table]
    parts = [
        HEADING,
        "## Roles\n",
        *(f"- `{code}` {words}" for code, words in NAMES.items()),
        "\n## Scopes\n",
        *(f"- `{code}` {words}" for code, words in SCOPES.items()),
        "\n## Actions\n",
        *lines,
    ]
    return "\n".join(parts) + "\n"


def cells_of(row: dict[str, str]) -> list[str]:
    """One action of the matrix as a line of the table."""
    return [f"`{row['action']}`", *(row[role] for role in ROLES), row["meaning"]]
