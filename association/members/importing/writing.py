"""Write a checked file: everything in one transaction, or nothing."""

from django.core.signing import BadSignature, Signer
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from association.lib.refusals import Conflict, Overtaken, Refused
from association.members.importing.checking import Plan, Row, plan_of
from association.members.models import Organisation, OrganisationImport
from association.members.policy import require
from association.members.slugs import free_slugs, slug_of

SIGNER = Signer(salt="members.import")
BATCH = 500
# Readers go on; nobody else writes an organisation between the last check and the commit.
LOCK = "LOCK TABLE members_organisation IN SHARE ROW EXCLUSIVE MODE"


def seal(run: OrganisationImport, plan: Plan) -> str:
    """What the preview hands back when it is confirmed: this file, with exactly this effect."""
    return SIGNER.sign(f"{run.pk}:{plan.digest}")


@transaction.atomic
def write(run: OrganisationImport, sealed: str, *, by) -> Plan:
    """Write what the sealed preview showed.

    Raises NotAllowed; Conflict when the file was written before; Overtaken when the register no
    longer is what the preview was made from; Refused while a cell is faulty.
    """
    require(by, "members.import")
    with connection.cursor() as cursor:
        cursor.execute(LOCK)
    run = OrganisationImport.objects.select_for_update().get(pk=run.pk)
    if run.written_at:
        raise Conflict(_("This file has already been written."))
    plan = plan_of(run.sheet)
    if plan.faults:
        raise Refused(_("The file still has faulty cells: nothing was written."))
    require_seal(run, plan, sealed)
    add([row for row in plan.rows if row.state == "new"])
    for row in plan.rows:
        if row.state == "changed":
            change(row)
    note(run, plan, by)
    return plan


def require_seal(run: OrganisationImport, plan: Plan, sealed: str) -> None:
    """The preview that was confirmed shows what would be written now."""
    try:
        shown = SIGNER.unsign(sealed)
    except BadSignature:
        raise Refused(_("Open the preview again.")) from None
    if shown != f"{run.pk}:{plan.digest}":
        raise Overtaken(
            _("The register has changed since this preview. Look at the new one and confirm it.")
        )


def add(rows: list[Row]) -> None:
    """New organisations, unverified; all in few statements."""
    taken = set(Organisation.objects.values_list("slug", flat=True))
    wanted = [slug_of(row.after["name_zh"], row.after.get("name_en", "")) for row in rows]
    Organisation.objects.bulk_create(
        [
            Organisation(slug=slug, **row.after)
            for row, slug in zip(rows, free_slugs(wanted, taken), strict=True)
        ],
        batch_size=BATCH,
    )


def change(row: Row) -> None:
    """Values of one organisation that differ, with what is derived from them."""
    for name, value in row.after.items():
        setattr(row.target, name, value)
    row.target.save(update_fields=[*row.after, "name_key", "updated_at"])


def note(run: OrganisationImport, plan: Plan, by) -> None:
    """Keep who wrote how many, and let go of the rows."""
    run.written_by, run.written_at, run.sheet = by, timezone.now(), {}
    run.added, run.changed = plan.counts["new"], plan.counts["changed"]
    run.unchanged = plan.counts["unchanged"]
    run.save()
