"""Sentences of the libraries come in the words of our catalogue."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, MaxValueValidator
from django.utils import translation

from association.members.models import Organisation


def refusal(field, value):
    with pytest.raises(ValidationError) as refused:
        field.clean(value)
    return refused.value.messages[0]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (forms.CharField(), "", "请填写此项。"),
        (forms.URLField(assume_scheme="https"), "x y", "请填写正确的网址。"),
        (forms.CharField(validators=[MaxLengthValidator(2)]), "长江口", "不得超过2字（现有3字）。"),
        (forms.IntegerField(validators=[MaxValueValidator(9)]), "10", "不得大于9。"),
        (forms.DecimalField(max_digits=3), "12345", "数值过大（最多3位数字），请核对。"),
        (forms.EmailField(), "x", "请填写正确的邮箱地址。"),
    ],
)
def test_a_form_speaks_as_an_official_would(field, value, words):
    assert refusal(field, value) == words


def test_in_english_the_sentence_stays_that_of_the_library():
    with translation.override("en"):
        assert refusal(forms.CharField(), "") == "This field is required."
        long = forms.CharField(validators=[MaxLengthValidator(2)])
        assert refusal(long, "abc").startswith("Ensure this value has at most 2 characters")


def test_an_empty_choice_is_named():
    kind = Organisation._meta.get_field("kind").formfield()
    row = forms.ModelChoiceField(Organisation.objects.none())

    assert str(list(kind.choices)[0][1]) == "请选择"
    assert str(row.empty_label) == "请选择"
