"""How many errors a form has: one field may have several."""

from django import forms, template

register = template.Library()


@register.filter
def count_errors(form: forms.Form) -> int:
    """The number of sentences that the summary of a form lists."""
    return sum(len(errors) for errors in form.errors.values())
