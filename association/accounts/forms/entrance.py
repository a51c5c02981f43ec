"""Forms of people who are not signed in."""

from typing import Any

from allauth.account import forms as account
from django import forms
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest
from django.utils.functional import lazy
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from association.accounts.forms.consent import terms_links
from association.accounts.forms.plain import Plain
from association.lib.text import clean_line


class SignIn(Plain, account.LoginForm):
    """Address and password."""


class SignUp(Plain, account.SignupForm):
    """A person registers: address, name, password, consent."""

    full_name = forms.CharField(
        label=_("Your name"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("As colleagues know you. It is shown beside what you write."),
    )
    consent = forms.BooleanField(
        label=_("I have read the terms of use and the privacy notice and accept them"),
        help_text=lazy(terms_links, SafeString)(),
        error_messages={"required": _("Without your consent we cannot keep an account for you.")},
    )
    field_order = ("email", "full_name", "password1", "password2", "consent")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["password1"].label = _("Password")
        self.fields["password2"].label = _("Password, once more")

    def clean_full_name(self) -> str:
        return clean_line(self.cleaned_data["full_name"])

    def try_save(self, request: HttpRequest) -> tuple:
        """As allauth; a known address costs the time of a hash as well, so it is not told apart."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)


class ResetPassword(Plain, account.ResetPasswordForm):
    """The address to which the link goes."""


class NewPassword(Plain, account.ResetPasswordKeyForm):
    """The new password, behind the link of the mail."""


class Reauthenticate(Plain, account.ReauthenticateForm):
    """The password once more, before something that matters."""
