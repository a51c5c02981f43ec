"""Forms of the second factor."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

from association.accounts import second_factor
from association.accounts.forms.plain import Plain
from association.lib.refusals import TooMany


class CodeForm(Plain):
    """Mixin: the code is checked by our rules, once and under a limit."""

    def __init__(self, *args, **options) -> None:
        super().__init__(*args, **options)
        self.fields["code"].help_text = _(
            "Six digits from your app, or one of your recovery codes."
        )
        self.fields["code"].widget.attrs["autofocus"] = True

    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        try:
            authenticator = second_factor.check_code(self.user, code)
        except TooMany as refusal:
            raise forms.ValidationError(refusal.message) from refusal
        if authenticator is None:
            raise get_adapter().validation_error("incorrect_code")
        authenticator.user = self.user
        self.authenticator = authenticator
        return code


class ShowCode(CodeForm, base.AuthenticateForm):
    """The second step of sign-in."""


class ShowCodeAgain(CodeForm, base.ReauthenticateForm):
    """The factor once more, or for the first time in a session that began without it."""


class ActivateTOTP(Plain, totp.ActivateTOTPForm):
    """The first code of a new authenticator app."""

    def __init__(self, *args, **options) -> None:
        super().__init__(*args, **options)
        self.fields["code"].label = _("Code from the app")
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class AddPasskey(Plain, webauthn.AddWebAuthnForm):
    """A passkey or a security key."""

    def __init__(self, *args, **options) -> None:
        super().__init__(*args, **options)
        self.fields["name"].initial = self.initial["name"] = _("My passkey")
        self.fields["name"].help_text = _("So that you can tell your keys apart.")
        field = self.fields["passwordless"]
        field.label = _("Sign in with this key alone, without a password")
        field.help_text = _("The key must then ask for a PIN, a fingerprint or your face.")


class RenamePasskey(Plain, webauthn.EditWebAuthnForm):
    """Another name for a key."""
