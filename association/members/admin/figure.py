"""Figures of the rules in the admin."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from association.members.admin.base import SecretariatAdmin
from association.members.models import RuleFigure
from association.members.models.figure import default_figures


class FigureForm(forms.ModelForm):
    """Offers the rules that the portal knows."""

    class Meta:
        model = RuleFigure
        fields = ["code", "value", "applies_from", "reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "code" in self.fields:
            choices = [(code, f"{code} ({value})") for code, value in default_figures().items()]
            self.fields["code"] = forms.ChoiceField(
                label=_("rule"), choices=choices, help_text=_("In brackets: what holds by default.")
            )


@admin.register(RuleFigure)
class RuleFigureAdmin(SecretariatAdmin):
    """An older figure stays for the days it applied to."""

    form = FigureForm
    list_display = ["code", "value", "applies_from", "reason"]
    list_filter = ["code"]
    search_fields = ["code", "reason"]
    ordering = ["code", "-applies_from"]
