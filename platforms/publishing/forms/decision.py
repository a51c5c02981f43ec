"""What a reviewer decides, and what a writer confirms when renewing."""

from django import forms
from django.utils.translation import gettext_lazy as _

from platforms.publishing.forms.widgets import DayInput

DECISIONS = [
    ("publish", _("Publish")),
    ("give_back", _("Return for changes")),
    ("reject", _("Reject")),
]
CHECKLIST = [
    ("duplicates", _("Compared with similar entries; it is not a duplicate")),
    ("contacts", _("The contacts are plausible and speak for the organisation")),
    ("competition", _("Benefits or policies offered have passed the fair-competition review")),
    ("secrets", _("Nothing secret and no personal data in the text")),
]


class DecisionForm(forms.Form):
    """Publish needs the whole checklist; return and reject need a note."""

    decision = forms.ChoiceField(
        label=_("Decision"), choices=DECISIONS, widget=forms.RadioSelect, required=True
    )
    checked = forms.MultipleChoiceField(
        label=_("Checked before publication"),
        choices=CHECKLIST,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    note = forms.CharField(
        label=_("Note to the organisation"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("What has to be changed, or why. Needed unless you publish."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def clean(self):
        values = super().clean()
        decision = values.get("decision")
        if decision == "publish" and len(values.get("checked", [])) < len(CHECKLIST):
            self.add_error("checked", _("Tick every point before you publish."))
        if decision in ("give_back", "reject") and not (values.get("note") or "").strip():
            self.add_error("note", _("Write what has to be changed, or why."))
        return values


class NoteForm(forms.Form):
    """A step with a note, such as taking an entry down."""

    note = forms.CharField(
        label=_("Reason"), max_length=2000, widget=forms.Textarea({"rows": 3}), required=False
    )


class RenewForm(forms.Form):
    """A later end and the four facts that are confirmed anew (domain.md 5)."""

    FACTS = [
        ("valid", _("The offer still stands")),
        ("amount", _("The amounts are still right")),
        ("contacts", _("The contacts are still right")),
        ("capacity", _("Site, plant and energy are still available")),
    ]
    valid_until = forms.DateField(label=_("Open until"), widget=DayInput)
    confirmed = forms.MultipleChoiceField(
        label=_("Confirmed anew"),
        choices=FACTS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Confirm all four facts.")},
    )

    def clean_confirmed(self):
        facts = self.cleaned_data["confirmed"]
        if len(facts) < len(self.FACTS):
            raise forms.ValidationError(_("Confirm all four facts."))
        return facts
