"""A new version beside the one on view: as it will look, and what it changes."""

from decimal import Decimal
from typing import Any, NamedTuple

from django.db import models
from django.db.models import Q

from platforms.publishing.cards import life_status
from platforms.publishing.models import Entry
from platforms.publishing.models.contact import masked
from platforms.publishing.models.content import differences
from platforms.publishing.quantities import QuantityField, with_unit
from platforms.publishing.steps import IN_REVIEW, ON_VIEW


class Change(NamedTuple):
    """One field before and after, in words."""

    label: Any
    before: str
    after: str


def preview(entry: Entry) -> Entry:
    """The entry as its open new version will look; the entry itself without one. Not saved."""
    revision = entry.open_revision() if entry.is_revisable else None
    whole = entry.whole
    if revision is None:
        return whole
    shown = type(whole).objects.select_related("owner", "zone__province").get(pk=whole.pk)
    shown._prefetched_objects_cache = {}
    for name, value in revision.content.items():
        if name == "contacts":
            continue
        column = shown._meta.get_field(name)
        if column.many_to_many:
            rows = column.related_model.objects.filter(pk__in=value)
            shown._prefetched_objects_cache[name] = rows
        else:
            setattr(shown, column.attname, column.to_python(value))
    return shown


def as_readers_see(entry: Entry) -> dict[str, Any]:
    """Context for the body template of the kind: the entry or its new version, facts, status."""
    shown = preview(entry)
    kind = entry.declared_kind
    return {
        "shown": shown,
        "body": kind.body,
        "groups": kind.facts(shown),
        "status": life_status(shown),
    }


def changes(entry: Entry) -> list[Change]:
    """What the open new version changes, field by field."""
    revision = entry.open_revision() if entry.is_revisable else None
    if revision is None:
        return []
    before, after = entry.content(), revision.content
    return [
        Change(
            entry.declared_kind.label_of(name),
            _words(entry, name, before.get(name)),
            _words(entry, name, new),
        )
        for name, new in after.items()
        if name in differences(before, after)
    ]


def _column(entry: Entry, name: str) -> models.Field:
    return entry.declared_kind.model_class._meta.get_field(name)


def _words(entry: Entry, name: str, value: Any) -> str:
    """A plain value as people read it."""
    if name == "contacts":
        return "\n".join(masked(row) for row in value or [])
    column = _column(entry, name)
    if column.many_to_many:
        return ", ".join(str(row) for row in column.related_model.objects.filter(pk__in=value))
    if column.is_relation:
        return str(column.related_model.objects.filter(pk=value).first() or "")
    if isinstance(value, list):
        labels = dict(column.base_field.flatchoices)
        return ", ".join(str(labels.get(item, item)) for item in value)
    if isinstance(column, QuantityField) and value is not None:
        return with_unit(Decimal(value), column)
    return str(dict(column.flatchoices).get(value, "" if value is None else value))


def similar(entry: Entry, user: Any) -> list[Entry]:
    """At most five entries that could be the same: equal title, or same zone and industry."""
    same_title = Q()
    for name in ("title_zh", "title_en"):
        if getattr(entry, name):
            same_title |= Q(**{f"{name}__iexact": getattr(entry, name)})
    industries = entry.industries.values("pk")
    same_place = Q(zone_id=entry.zone_id, zone__isnull=False, industries__in=industries)
    rows = Entry.objects.visible_to(user).filter(
        same_title | same_place, kind=entry.kind, status__in=[*ON_VIEW, *IN_REVIEW]
    )
    return list(
        rows.exclude(pk=entry.pk)
        .select_related("owner")
        .distinct()
        .order_by("-updated_at", "-pk")[:5]
    )
