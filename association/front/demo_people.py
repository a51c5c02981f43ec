"""Sample organisations, memberships and people of the demo."""

import json
from datetime import date
from pathlib import Path

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone
from psycopg.types.range import DateRange

from association.front.demo_accounts import ACCOUNTS, DOMAIN
from association.members.models import Mandate, Membership, Organisation
from zones.directory.models import Zone

DATA = Path(__file__).parent / "demo_data"
SINCE = date(2021, 1, 1)


@transaction.atomic
def load_organisations() -> int:
    """Departments, firms and the association of the sample; memberships for these and the zones."""
    added = 0
    for row in json.loads((DATA / "organisations.json").read_text(encoding="utf-8")):
        is_member, is_verified = row.pop("member"), row.pop("verified")
        if row["kind"] == "association":
            row["name_zh"] = settings.ASSOCIATION["name_zh"]
            row["name_en"] = settings.ASSOCIATION["name_en"]
        state = {"verification": "verified", "verified_at": timezone.now()} if is_verified else {}
        _organisation, is_new = Organisation.objects.get_or_create(
            slug=row["slug"], defaults={**row, **state, "is_sample": True}
        )
        added += is_new
        if is_member and is_new:
            _admit([_organisation])
    national = Zone.objects.national().values("organisation_id")
    _admit(Organisation.objects.filter(pk__in=national, memberships=None))
    return added


def _admit(organisations) -> None:
    Membership.objects.bulk_create(
        Membership(
            organisation=organisation,
            admitted_on=SINCE,
            period=DateRange(SINCE, None),
            decision="示例数据 / sample",
        )
        for organisation in organisations
    )


def are_strangers_here() -> bool:
    """Whether the database holds people but no sample: it is somebody's own, not the demo's."""
    people = get_user_model().objects.all()
    is_loaded = people.filter(email__in=[account.email for account in ACCOUNTS]).exists()
    return not is_loaded and people.exclude(email__iendswith=f"@{DOMAIN}").exists()


@transaction.atomic
def load_people(password: str) -> int:
    """The sample accounts, with confirmed addresses and one mandate each."""
    people, added, hashed = get_user_model(), 0, None
    for account in ACCOUNTS:
        if people.objects.filter(email=account.email).exists():
            continue
        hashed = hashed or make_password(password)
        person = people.objects.create(
            email=account.email,
            full_name=account.full_name,
            phone="000-0000-0000",
            password=hashed,
            terms_accepted_at=timezone.now(),
        )
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
        organisation = Organisation.objects.get(slug=account.organisation)
        Mandate.objects.create(
            user=person,
            organisation=organisation,
            role=account.role,
            from_on=SINCE,
            appointed_by="示例 / sample",
        )
        added += 1
    return added
