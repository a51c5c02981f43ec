"""Figures are grouped alike in both languages, and forms take what people type."""

from decimal import Decimal

import pytest
from django import forms
from django.utils import translation

from association.lib.money import trimmed


class Plot(forms.Form):
    area = forms.DecimalField()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_figures_are_in_groups_of_three(language):
    with translation.override(language):
        assert trimmed(Decimal("1234567.50")) == "1,234,567.5"


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_form_shows_and_takes_plain_figures(language):
    with translation.override(language):
        form = Plot({"area": "120000.5"})
        assert form.is_valid()
        assert form.cleaned_data["area"] == Decimal("120000.5")
        assert 'value="120000.50"' in str(Plot(initial={"area": Decimal("120000.50")})["area"])
