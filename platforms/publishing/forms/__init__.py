"""Forms of the publishing kernel, made from what a kind declares."""

from platforms.publishing.forms.contacts import ContactFormSet
from platforms.publishing.forms.decision import DecisionForm, NoteForm, RenewForm
from platforms.publishing.forms.step import EntryStepForm, step_form

__all__ = [
    "ContactFormSet",
    "DecisionForm",
    "EntryStepForm",
    "NoteForm",
    "RenewForm",
    "step_form",
]
