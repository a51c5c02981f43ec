"""The form of one step of an entry: validated by the model's own columns and constraints."""

from typing import Any

from django import forms
from django.forms.utils import ErrorDict, ErrorList
from django.utils.translation import gettext_lazy as _

from platforms.publishing.forms.contacts import ContactFormSet
from platforms.publishing.forms.widgets import field_for
from platforms.publishing.kinds import FormStep, Kind
from platforms.publishing.models.content import Content, plain


class EntryStepForm(forms.ModelForm):
    """Some fields of an entry; keeps nothing itself: the view hands `content()` to the verb."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    contact_gap: Any = ""

    def content(self) -> Content:
        """The cleaned values as plain values."""
        return {name: plain(self.cleaned_data[name]) for name in self._meta.fields}

    def show_gaps(self, gaps: dict[str, Any]) -> None:
        """Put what is missing beside its fields, on a form that has not been sent."""
        own = {name: ErrorList([text]) for name, text in gaps.items() if name in self.fields}
        self._errors = ErrorDict(own)
        self.contact_gap = gaps.get("contacts", "")

    def add_help(self) -> None:
        """Say below a field what belongs into it."""
        for name, text in HELP.items():
            if name in self.fields:
                self.fields[name].help_text = text


HELP = {
    "investment_min": _("Whole amount in the currency below, such as 300000000."),
    "summary_zh": _("Two or three sentences that stand in lists."),
    "summary_en": _("Two or three sentences that stand in lists."),
    "industries": _("The industries you wish for; one to five say more than twenty."),
}


def step_form(
    kind: Kind, step: FormStep, content: Content, seen: int, data: Any = None
) -> tuple[EntryStepForm, Any]:
    """The form of a step and its contact rows (None where the step has none).

    `content` fills it; `data` is what was sent. The instance carries all of the content, so that
    constraints across steps (a plot larger than the land) are checked as well.
    """
    names = [name for name in step.fields if name != "contacts"]
    form_class = forms.modelform_factory(
        kind.model_class, form=EntryStepForm, fields=names, formfield_callback=field_for
    )
    instance, initial = _filled(kind, content)
    form = form_class(data, instance=instance, initial={**initial, "seen": seen})
    form.order_fields([*names, "seen"])
    form.add_help()
    contacts = None
    if "contacts" in step.fields:
        contacts = ContactFormSet(data, initial=content.get("contacts"), prefix="contacts")
    return form, contacts


def _filled(kind: Kind, content: Content) -> tuple[Any, dict[str, Any]]:
    instance, initial = kind.model_class(), {}
    for name, value in content.items():
        if name == "contacts":
            continue
        column = kind.model_class._meta.get_field(name)
        if column.many_to_many:
            initial[name] = value
        else:
            setattr(instance, column.attname, column.to_python(value))
    return instance, initial
