"""Columns of the register."""

from typing import Any

from django import forms
from django.db import models


class WebsiteField(models.URLField):
    """An address that people may enter without its scheme; it is then taken as https."""

    def formfield(self, **options: Any) -> forms.Field:
        return super().formfield(**{"assume_scheme": "https", **options})
