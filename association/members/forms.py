"""Forms of the members' pages."""

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.utils.functional import lazy
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from association.accounts.forms.consent import terms_links
from association.accounts.forms.plain import PASSWORD_HELP
from association.lib.text import clean_line
from association.members.models import Organisation
from association.members.models.invitation import Role, roles_to_invite

Kind = Organisation.Kind
# Whoever registers here acts for a firm or institute; zones and departments are known already.
KINDS_TO_REGISTER = (Kind.FIRM, Kind.FINANCIAL_INSTITUTION, Kind.RESEARCH_INSTITUTE)


class RegistrationForm(forms.ModelForm):
    """A person registers the organisation they act for."""

    class Meta:
        model = Organisation
        fields = ["kind", "name_zh", "name_en", "credit_code", "division_code", "website"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in KINDS_TO_REGISTER]
        self.fields["credit_code"].required = True
        self.fields["name_zh"].help_text = _("As on the business licence.")

    def clean_credit_code(self) -> str:
        return self.cleaned_data["credit_code"].strip().upper()


class CardForm(forms.ModelForm):
    """The card of one's own organisation; what the secretariat compares stays as it was."""

    class Meta:
        model = Organisation
        fields = [
            *("name_zh", "name_en", "short_name_zh", "short_name_en", "credit_code"),
            *("division_code", "website", "profile_zh", "profile_en"),
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.instance.fixed_fields:
            self.fields[name].disabled = True
            self.fields[name].help_text = _("To change this, please write to the secretariat.")

    def clean_credit_code(self) -> str | None:
        return (self.cleaned_data["credit_code"] or "").strip().upper() or None


class InvitationForm(forms.Form):
    """Whom to invite, and as what."""

    email = forms.EmailField(label=_("E-mail address"))
    role = forms.ChoiceField(label=_("Role"), initial=Role.EDITOR)

    def __init__(self, *args, organisation: Organisation, **kwargs):
        super().__init__(*args, **kwargs)
        roles = roles_to_invite(organisation)
        self.fields["role"].choices = [(role.value, role.label) for role in roles]
        if "again" in self.data:
            self.offer_again()

    def offer_again(self) -> None:
        """Ask whether the open invitation is to be replaced."""
        self.fields["again"] = forms.BooleanField(
            label=_("Send a new invitation with this role; the earlier one is withdrawn"),
            required=False,
        )


class NewPersonForm(forms.Form):
    """An invited person without an account chooses name and password and consents."""

    full_name = forms.CharField(
        label=_("Full name"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=PASSWORD_HELP,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    consent = forms.BooleanField(
        label=_("I have read the terms of use and the privacy notice and accept them"),
        help_text=lazy(terms_links, SafeString)(),
    )

    def __init__(self, *args, email: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.email = email

    def clean_full_name(self) -> str:
        return clean_line(self.cleaned_data["full_name"])

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        name = self.cleaned_data.get("full_name", "")
        validate_password(password, get_user_model()(email=self.email, full_name=name))
        return password
