"""Columns that keep themselves right."""

from typing import Any

from django.db import models

from association.lib.text import clean_line, clean_text, name_key


class LineField(models.CharField):
    """One line from a person: NFC, no controls, single spaces."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return clean_line(value) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


class ProseField(models.TextField):
    """Several lines from a person: NFC, no controls, one kind of line end.

    `max_length` holds in the database as well: declare a check with `length_check`.
    """

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return clean_text(value) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


class NameKeyField(models.TextField):
    """Search key of the names in `sources`: the names, their pinyin and initials, lower case."""

    def __init__(self, *args: Any, sources: tuple[str, ...] = (), **options: Any) -> None:
        self.sources = sources
        options.setdefault("editable", False)
        options.setdefault("default", "")
        super().__init__(*args, **options)

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        key = name_key(*(getattr(model_instance, name) or "" for name in self.sources))
        setattr(model_instance, self.attname, key)
        return key
