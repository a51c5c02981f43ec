"""Forms of an interest: sending, answering, adding what was asked for."""

from typing import cast

from django import forms
from django.utils.translation import gettext_lazy as _

from platforms.cooperation.models import Interest


class ExpressForm(forms.Form):
    """What the firm says, who answers the phone, and the consent without which nothing is sent."""

    organisation = forms.ChoiceField(label=_("In the name of"))
    message = forms.CharField(
        label=_("What you plan"),
        max_length=2000,
        widget=forms.Textarea({"rows": 6}),
        help_text=_("Product, investment, space and energy you need, and when you want to start."),
    )
    contact_name = forms.CharField(label=_("Contact person"), max_length=100)
    contact_phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    contact_email = forms.EmailField(label=_("E-mail address"))
    consent = forms.BooleanField(
        label=_(
            "I agree that our name and, once the zone finds it suitable, these contacts are "
            "shared with this zone only"
        ),
        error_messages={"required": _("Without your consent the zone cannot answer you.")},
    )

    def offer(self, mandates) -> None:
        """Let the person choose for which of their organisations they write."""
        field = cast(forms.ChoiceField, self.fields["organisation"])
        field.choices = [(m.organisation_id, str(m.organisation)) for m in mandates]
        if len(mandates) == 1:  # nothing to choose: said on the page, not asked
            field.required, field.widget = False, forms.HiddenInput()
            field.initial = str(mandates[0].organisation_id)

    def clean_organisation(self) -> int:
        """The organisation chosen, or the only one there is."""
        field = self.fields["organisation"]
        return int(self.cleaned_data["organisation"] or field.initial)


class AnswerForm(forms.Form):
    """One of four answers; a reason for unsuitable, a note for the two in the middle."""

    answer = forms.ChoiceField(
        label=_("Answer"), choices=Interest.Answer.choices, widget=forms.RadioSelect
    )
    reason = forms.ChoiceField(
        label=_("Reason, if unsuitable"),
        choices=[("", _("choose a reason")), *Interest.Reason.choices],
        required=False,
    )
    answer_note = forms.CharField(
        label=_("Note to the firm"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )


class SupplementForm(forms.Form):
    """What the zone asked for."""

    text = forms.CharField(
        label=_("Your additional information"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
    )
