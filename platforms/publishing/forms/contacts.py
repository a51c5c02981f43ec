"""The two contacts of an entry."""

from django import forms
from django.utils.translation import gettext_lazy as _

from association.lib.text import clean_line
from platforms.publishing.models.contact import EntryContact

SHORTEST = 5  # digits: service numbers such as 12345 are the shortest


class ContactForm(forms.Form):
    """One contact; an empty row is no contact."""

    role = forms.ChoiceField(label=_("Role"), choices=EntryContact.Role.choices, required=False)
    name = forms.CharField(label=_("Full name"), max_length=100, required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail address"), required=False)

    def clean(self):
        values = super().clean()
        for name in ("name", "phone"):
            values[name] = clean_line(values.get(name) or "")
        if values["phone"] and sum(letter.isdigit() for letter in values["phone"]) < SHORTEST:
            self.add_error("phone", _("Give the full telephone number."))
        reach = values["phone"] or values.get("email")
        if values["name"] and not reach and not self.errors:
            self.add_error("phone", _("Give a telephone number or an e-mail address."))
        if reach and not values["name"]:
            self.add_error("name", _("Give the name of the contact."))
        return values


class BaseContactFormSet(forms.BaseFormSet):
    """Two rows, the second one optional."""

    def content(self) -> list[dict[str, str]]:
        """The filled rows as plain values."""
        keys = ("role", "name", "phone", "email")
        rows = [{key: form.cleaned_data.get(key) or "" for key in keys} for form in self.forms]
        return [row for row in rows if row["name"]]


ContactFormSet = forms.formset_factory(
    ContactForm,
    formset=BaseContactFormSet,
    extra=0,
    min_num=2,
    max_num=2,
    absolute_max=2,
    validate_max=True,
)
