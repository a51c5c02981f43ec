"""The form of one step of an entry: validated by the model's own columns and constraints."""

from typing import Any

from django import forms
from django.forms.utils import ErrorDict, ErrorList
from django.utils.translation import gettext_lazy as _

from platforms.publishing.forms.contacts import ContactFormSet
from platforms.publishing.forms.widgets import field_for
from platforms.publishing.kinds import FormStep, Kind
from platforms.publishing.models.content import Content, plain
from platforms.publishing.placing import offers_choice, zones_for


class EntryStepForm(forms.ModelForm):
    """Some fields of an entry; keeps nothing itself: the view hands `content()` to the verb."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    contact_gap: Any = ""

    def content(self) -> Content:
        """The values as plain values, cleaned as their columns clean them."""
        content: Content = {}
        for name in self._meta.fields:
            column = self.instance._meta.get_field(name)
            if column.many_to_many:
                content[name] = sorted(plain(self.cleaned_data[name]))
            else:
                content[name] = plain(getattr(self.instance, column.attname))
        return content

    def show_gaps(self, gaps: dict[str, Any]) -> None:
        """Put what is missing beside its fields, on a form that has not been sent."""
        own = {name: ErrorList([text]) for name, text in gaps.items() if name in self.fields}
        self._errors = ErrorDict(own)
        self.contact_gap = gaps.get("contacts", "")

    def prepare(self, kind: Kind, entry: Any) -> None:
        """Say what is needed and what belongs into a field; offer the owner's zones."""
        for name, text in HELP.items():
            if name in self.fields:
                self.fields[name].help_text = text
        if "zone" in self.fields:
            self.fields["zone"].queryset = zones_for(entry.owner)
        for name, field in self.fields.items():
            # The browser would cut a longer text without a word; the form says so instead.
            field.widget.attrs.pop("maxlength", None)
            if name.removesuffix("_zh") in kind.needed:
                field.is_needed = True  # shown by components/field.html

    def groups(self, step: FormStep) -> list[dict[str, Any]]:
        """The bound fields as the step groups them; a group without fields is left out."""
        rows = [
            {"label": label, "fields": [self[name] for name in names if name in self.fields]}
            for label, names in step.groups
        ]
        return [row for row in rows if row["fields"]]


HELP = {
    "investment_min": _("The whole amount in the chosen currency, such as 300000000."),
    "summary_zh": _("Two or three sentences that stand in lists."),
    "summary_en": _("Two or three sentences that stand in lists."),
    "industries": _("The industries you wish for; one to five say more than twenty."),
}


def step_form(
    entry: Any, step: FormStep, content: Content, seen: int, data: Any = None
) -> tuple[EntryStepForm, Any]:
    """The form of a step of `entry` and its contact rows (None where the step has none).

    `content` fills it; `data` is what was sent. The instance carries all of the content, so that
    constraints across steps (a plot larger than the land) are checked as well.
    """
    kind = entry.declared_kind
    left_out = {"contacts"} if offers_choice(entry.owner) else {"contacts", "zone"}
    names = [name for name in step.fields if name not in left_out]
    form_class = forms.modelform_factory(
        kind.model_class, form=EntryStepForm, fields=names, formfield_callback=field_for
    )
    instance, initial = _filled(kind, content)
    form = form_class(data, instance=instance, initial={**initial, "seen": seen})
    form.order_fields([*names, "seen"])
    form.prepare(kind, entry)
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
