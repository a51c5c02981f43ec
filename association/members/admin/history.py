"""The history of a row as the database's triggers recorded it: who, when, before → after."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import models
from django.template.response import TemplateResponse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

DEEDS = {
    "insert": gettext_lazy("added"),
    "update": gettext_lazy("changed"),
    "delete": gettext_lazy("removed"),
}
MOST_STEPS = 300
NOTHING = "—"


@dataclass(frozen=True)
class Change:
    """One field, before and after, as people read it."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Step:
    """One recorded event: who did what to which thing, and the fields that differ."""

    at: datetime
    who: str
    deed: object
    thing: str
    changes: list[Change]


def event_model(model: type[models.Model]) -> type[models.Model]:
    """Where pghistory keeps the events of a tracked model."""
    return model._meta.get_field("events").related_model


def events_of(row: models.Model, related: Iterable[str] = ()) -> list[Any]:
    """Events of a row and of the tracked rows that belong to it, oldest first."""
    found = list(row.events.select_related("pgh_context"))
    for name in related:
        relation = row._meta.get_field(name)
        rows = event_model(relation.related_model).objects.filter(**{relation.field.name: row.pk})
        found += rows.select_related("pgh_context")
    return sorted(found, key=lambda event: (event.pgh_created_at, event.pgh_id))


def history_of(row: models.Model, related: Iterable[str] = ()) -> list[Step]:
    """Steps, the newest first; each names the fields in which it differs from the one before."""
    events = events_of(row, related)
    names = Names(events)
    last: dict[Any, Any] = {}
    steps = []
    for event in events:
        key = (type(event), event.pgh_obj_id)
        changes = list(differences(last.get(key), event, names))
        last[key] = event
        if changes or event.pgh_label == "delete":
            thing = event.pgh_tracked_model._meta.verbose_name
            who, deed = names.who(event), DEEDS.get(event.pgh_label, event.pgh_label)
            steps.append(Step(event.pgh_created_at, who, deed, str(thing), changes))
    return steps[::-1][:MOST_STEPS]


def differences(before: Any, after: Any, names: "Names") -> Iterator[Change]:
    """The fields in which two events of one row differ; all that are filled for the first."""
    for field in tracked_fields(after):
        new = field.value_from_object(after)
        old = field.value_from_object(before) if before is not None else None
        if new != old and not (before is None and new in (None, "")):
            yield Change(str(field.verbose_name), names.text(field, old), names.text(field, new))


def tracked_fields(event: Any) -> list[Any]:
    """Fields of the tracked model that the event has, without its key."""
    own = {field.name for field in event._meta.fields}
    fields = event.pgh_tracked_model._meta.fields
    return [field for field in fields if field.name in own and not field.primary_key]


class Names:
    """What keys in events stand for, read in one query for each model."""

    def __init__(self, events: list[Any]) -> None:
        self.people = get_user_model().objects.in_bulk(
            {user_key(event) for event in events} - {None}
        )
        self.rows: dict[Any, dict[Any, Any]] = {}
        wanted: dict[Any, set[Any]] = {}
        for event in events:
            for field in tracked_fields(event):
                if field.is_relation:
                    keys = wanted.setdefault(field.remote_field.model, set())
                    keys.add(field.value_from_object(event))
        for model, keys in wanted.items():
            self.rows[model] = model._default_manager.in_bulk(keys - {None})

    def who(self, event: Any) -> str:
        """The person behind an event; the system when nobody was signed in."""
        key = user_key(event)
        return str(self.people.get(key) or _("the system")) if key else _("the system")

    def text(self, field: Any, value: Any) -> str:
        """A stored value as a person reads it."""
        if value in (None, ""):
            return NOTHING
        if field.is_relation:
            return str(self.rows[field.remote_field.model].get(value, value))
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        return plain(value)


def plain(value: Any) -> str:
    """Dates, ranges and truth in the reader's language."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return formats.date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "lower") and hasattr(value, "upper") and not isinstance(value, str):
        return f"{value.lower or '…'} – {value.upper or '…'}"
    return str(value)


def user_key(event: Any) -> Any:
    """Key of the person whom pghistory's middleware noted, or None."""
    context = event.pgh_context
    return context.metadata.get("user") if context else None


class TrackedAdmin(admin.ModelAdmin):
    """An admin whose history page shows the events; `history_related` adds rows that belong."""

    history_related: tuple[str, ...] = ()

    def history_view(self, request, object_id, extra_context=None):
        row = self.get_object(request, object_id)
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %(name)s") % {"name": row},
            "steps": history_of(row, self.history_related),
            "object": row,
            "opts": self.opts,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/tracked_history.html", context)
