"""Figures of the rules in the admin."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from association.members.admin.base import SecretariatAdmin
from association.members.models import RuleFigure
from association.members.models.figure import default_figures

RULES = {
    "membership_grace": _("Grace after the paid membership (%(n)s days)"),
    "invitation_life": _("Life of an invitation (%(n)s days)"),
    "interest_answer": _("Time to answer an interest (%(n)s working days)"),
    "entry_life_opportunity": _("Longest life of an investment opportunity (%(n)s days)"),
    "invitations_per_day": _("Invitations a day at most (%(n)s letters)"),
}


def in_words(code: str, value: int) -> str:
    """A rule with a figure and its unit; an unknown one by its code."""
    return str(RULES.get(code, f"{code} (%(n)s)")) % {"n": value}


class FigureForm(forms.ModelForm):
    """Offers the rules that the portal knows."""

    class Meta:
        model = RuleFigure
        fields = ["code", "value", "applies_from", "reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "code" in self.fields:
            choices = [(code, in_words(code, value)) for code, value in default_figures().items()]
            self.fields["code"] = forms.ChoiceField(
                label=_("rule"), choices=choices, help_text=_("In brackets: what holds by default.")
            )


@admin.register(RuleFigure)
class RuleFigureAdmin(SecretariatAdmin):
    """An older figure stays for the days it applied to."""

    form = FigureForm
    list_display = ["rule", "applies_from", "reason"]
    list_filter = ["code"]
    search_fields = ["code", "reason"]
    ordering = ["code", "-applies_from"]

    @admin.display(description=_("rule"), ordering="code")
    def rule(self, row):
        return in_words(row.code, row.value)
