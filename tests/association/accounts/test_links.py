"""The links at the top of every page, the terms, and the summary of a form's errors."""

import pytest
from django import forms
from django.template.loader import render_to_string

pytestmark = pytest.mark.django_db


def test_who_is_signed_in_finds_their_account_and_the_secretariat_its_admin(cast, sign_in):
    firm = sign_in(cast.firm).get("/members/").text
    assert 'href="/accounts/profile/"' in firm
    assert 'href="/admin/"' not in firm

    assert 'href="/admin/"' in sign_in(cast.publisher).get("/members/").text
    assert 'href="/accounts/profile/"' not in sign_in(None).get("/members/").text


@pytest.mark.parametrize(("prefix", "words"), [("", "使用条款"), ("/en", "Terms of use")])
def test_the_terms_can_be_read_before_they_are_accepted(client, prefix, words):
    page = client.get(f"{prefix}/accounts/signup/").text
    terms = client.get(f"{prefix}/accounts/terms/")

    assert f'href="{prefix}/accounts/terms/"' in page
    assert f'href="{prefix}/privacy/"' in page
    assert terms.status_code == 200
    assert words in terms.text


def test_the_summary_counts_every_error_that_it_lists():
    class Form(forms.Form):
        password = forms.CharField()

        def clean_password(self):
            raise forms.ValidationError(["太短。", "太常见。", "只有数字。"])

    html = render_to_string("components/form_errors.html", {"form": Form({"password": "1"})})

    assert "有 3 处需要更正" in html
