"""The content of an entry as plain values: what forms, versions and comparisons exchange."""

import json
from decimal import Decimal
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

Content = dict[str, Any]


def plain(value: Any) -> Any:
    """A value as JSON keeps it: decimals and dates as text, rows by primary key."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, models.QuerySet | list | tuple | set):
        return [plain(item) for item in value]
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


def read_content(entry: models.Model, fields: tuple[str, ...]) -> Content:
    """The values of `fields` and the contacts of an entry as plain values."""
    content: Content = {}
    for name in fields:
        column = entry._meta.get_field(name)
        if column.many_to_many:
            content[name] = sorted(getattr(entry, name).values_list("pk", flat=True))
        else:
            content[name] = plain(getattr(entry, column.attname))
    content["contacts"] = list(
        entry.contacts.order_by("place").values("role", "name", "phone", "email")
    )
    return content


def write_content(entry: models.Model, content: Content) -> None:
    """Set the columns, many-to-many rows and contacts that `content` names, and save."""
    columns = ["text_key"]
    for name, value in content.items():
        if name == "contacts":
            continue
        column = entry._meta.get_field(name)
        if not column.many_to_many:
            setattr(entry, column.attname, column.to_python(value))
            columns.append(name)
    # Only these columns: the state and the edit number belong to the verbs.
    entry.save(update_fields=columns)
    for name, value in content.items():
        if name == "contacts":
            _write_contacts(entry, value)
        elif entry._meta.get_field(name).many_to_many:
            getattr(entry, name).set(value)


def _write_contacts(entry: models.Model, rows: list[dict[str, str]]) -> None:
    entry.contacts.all().delete()
    model = entry.contacts.model
    model.objects.bulk_create(
        model(entry_id=entry.pk, place=place, **row) for place, row in enumerate(rows[:2], 1)
    )


def differences(before: Content, after: Content) -> list[str]:
    """Names of the fields whose values differ."""
    return [name for name in after if before.get(name) != after[name]]
