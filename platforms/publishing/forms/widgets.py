"""Widgets that work with keyboard and phone and without JavaScript."""

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models

from zones.directory.models import Zone
from zones.industries.models import Industry


class DayInput(forms.DateInput):
    """A date in ISO form, with the browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class IndustryBoxes(forms.CheckboxSelectMultiple):
    """Divisions as boxes in a scrolling field; a script adds a line to narrow them down."""

    def __init__(self, attrs=None):
        super().__init__({"class": "boxes"} | (attrs or {}))

    def create_option(self, name, value, label, *args, **options):
        """Each box carries what it can be found by: code, both names, pinyin and initials."""
        option = super().create_option(name, value, label, *args, **options)
        option["attrs"].pop("class", None)
        option["attrs"]["data-key"] = getattr(value, "instance", None) and value.instance.name_key
        return option


class IndustriesField(forms.ModelMultipleChoiceField):
    """Divisions of GB/T 4754-2017; an unknown code is named in the refusal."""

    widget = IndustryBoxes

    def __init__(self, **options):
        # Party and state organs and international bodies are not what a zone looks for.
        rows = Industry.objects.divisions().exclude(parent__code__in=["S", "T"])
        super().__init__(rows.order_by("code"), **options)


def field_for(column: models.Field, **options):
    """The form field for a column of an entry; nothing is required while it is a draft."""
    options["required"] = False
    if isinstance(column, models.DateField):
        return column.formfield(widget=DayInput, **options)
    if isinstance(column, ArrayField):
        return forms.TypedMultipleChoiceField(
            choices=column.base_field.choices,
            label=column.verbose_name,
            help_text=column.help_text,
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
    if column.many_to_many and column.related_model is Industry:
        return IndustriesField(label=column.verbose_name, required=False)
    if column.name == "zone":
        options["queryset"] = Zone.objects.order_by("kind", "province__code", "slug")
    if isinstance(column, models.TextField):
        rows = 3 if column.max_length and column.max_length <= 1000 else 10
        options["widget"] = forms.Textarea({"rows": rows})
    return column.formfield(**options)
