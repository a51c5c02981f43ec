"""Sample entries of the demo, taken through the same verbs as real ones."""

import json
from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from association.front.demo_accounts import DOMAIN
from association.front.demo_people import DATA, SINCE
from association.lib.dates import today
from association.members.models import Mandate, Organisation
from association.members.persona import forget_persona
from platforms.investment.models import Opportunity
from platforms.publishing.kinds import kind_of
from platforms.publishing.models import EntryEvent
from zones.industries.models import Industry

CONTACT = {
    "role": "investment",
    "name": "招商服务窗口（示例）",
    "phone": "000-0000-0000",
    "email": "",
}


@transaction.atomic
def load_entries() -> int:
    """Opportunities that are not there yet; returns how many were added."""
    rows = json.loads((DATA / "opportunities.json").read_text(encoding="utf-8"))
    known = set(Opportunity.objects.values_list("public_id", flat=True))
    new = {row["public_id"]: row for row in rows if row["public_id"] not in known}
    writer = _writer() if new else None
    for row in new.values():
        _load(row, writer)
    # Nobody is to be told of a sample that was there before they were.
    EntryEvent.objects.untold().filter(entry__public_id__in=new).update(told_at=timezone.now())
    return len(new)


def _writer() -> Any:
    """One sample person who holds the pen for all sample zones."""
    person, _made = get_user_model().objects.get_or_create(
        email=f"sample-writer@{DOMAIN}", defaults={"full_name": "示例数据"}
    )
    return person


def _load(row: dict[str, Any], writer: Any) -> None:
    owner = Organisation.objects.get(slug=row.pop("owner"))
    Mandate.objects.get_or_create(
        user=writer, organisation=owner, role="editor", defaults={"from_on": SINCE}
    )
    forget_persona(writer)
    state, days = row.pop("state"), row.pop("days")
    entry = Opportunity.start(kind_of("opportunity"), owner_id=owner.pk, by=writer)
    until = today() + timedelta(days=days)
    Opportunity.objects.filter(pk=entry.pk).update(public_id=row.pop("public_id"), is_sample=True)
    entry.refresh_from_db()
    codes = row.pop("industries")
    row["industries"] = list(Industry.objects.filter(code__in=codes).values_list("pk", flat=True))
    # An offer that has ended was open when it was handed in.
    row |= {"contacts": [CONTACT], "valid_until": max(until, today()).isoformat()}
    entry.save_draft(row, seen=entry.edit_number, by=writer)
    entry.submit(by=writer)
    if state == "published":
        entry.publish(by=get_user_model().objects.get(email=f"publisher@{DOMAIN}"))
    Opportunity.objects.filter(pk=entry.pk).update(valid_until=until)
