"""Forms of the account pages."""

from zoneinfo import available_timezones

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from django import forms
from django.utils.translation import gettext_lazy as _

from association.accounts.forms.plain import Plain
from association.accounts.models import User
from association.lib.text import clean_line

TIME_ZONES = [
    ("Asia/Shanghai", _("Beijing, Shanghai (UTC+8)")),
    ("Asia/Hong_Kong", _("Hong Kong (UTC+8)")),
    ("Asia/Singapore", _("Singapore (UTC+8)")),
    ("Asia/Tokyo", _("Tokyo (UTC+9)")),
    ("Asia/Seoul", _("Seoul (UTC+9)")),
    ("Asia/Bangkok", _("Bangkok, Hanoi (UTC+7)")),
    ("Asia/Dubai", _("Dubai (UTC+4)")),
    ("Europe/Moscow", _("Moscow (UTC+3)")),
    ("Europe/Berlin", _("Berlin, Paris (Central European time)")),
    ("Europe/London", _("London (British time)")),
    ("America/New_York", _("New York (Eastern time)")),
    ("America/Los_Angeles", _("Los Angeles (Pacific time)")),
]


class Profile(forms.ModelForm):
    """What a person says about themselves; the address has a page of its own."""

    class Meta:
        model = User
        fields = ("full_name", "phone", "language", "time_zone")
        widgets = {
            "full_name": forms.TextInput(attrs={"autocomplete": "name"}),
            "phone": forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
            "time_zone": forms.Select,
        }
        labels = {"full_name": _("Your name")}
        help_texts = {
            "full_name": _("As colleagues know you. It is shown beside what you write."),
            "language": _("Messages and mails come in this language."),
        }

    def __init__(self, *args, **options) -> None:
        super().__init__(*args, **options)
        self.fields["full_name"].required = True
        zone = self.instance.time_zone
        known = {name for name, _label in TIME_ZONES}
        self.fields["time_zone"].widget.choices = TIME_ZONES + (
            [] if zone in known else [(zone, zone)]
        )

    def clean_full_name(self) -> str:
        return clean_line(self.cleaned_data["full_name"])

    def clean_phone(self) -> str:
        return clean_line(self.cleaned_data["phone"])

    def clean_time_zone(self) -> str:
        zone = self.cleaned_data["time_zone"]
        if zone not in available_timezones():
            raise forms.ValidationError(_("Please choose a time zone from the list."))
        return zone


class ChangeEmail(Plain, account.AddEmailForm):
    """The address that replaces the present one once it is confirmed."""

    def __init__(self, *args, **options) -> None:
        super().__init__(*args, **options)
        self.fields["email"].label = _("New e-mail address")


class ChangePassword(Plain, account.ChangePasswordForm):
    """A new password; the present one is tried under the limits of sign-in."""

    def clean_oldpassword(self) -> str:
        password = self.cleaned_data["oldpassword"]
        if not get_adapter().reauthenticate(self.user, password):
            raise get_adapter().validation_error("enter_current_password")
        return password


class SetPassword(Plain, account.SetPasswordForm):
    """The first password of somebody who has none."""
