"""The form of an organisation in the admin."""

from django import forms

from association.members.models import Organisation
from association.members.slugs import slug_of

Kind = Organisation.Kind


class OrganisationForm(forms.ModelForm):
    """Offers every kind but the association's own, which is there once."""

    class Meta:
        model = Organisation
        fields = (
            *("kind", "name_zh", "name_en", "short_name_zh", "short_name_en"),
            *("credit_code", "division_code", "country_code", "website"),
            *("profile_zh", "profile_en"),
        )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kind = self.fields.get("kind")
        if kind is None:
            return
        own = self.instance.kind == Kind.ASSOCIATION
        kind.choices = [
            (value, label) for value, label in Kind.choices if (value == Kind.ASSOCIATION) == own
        ]

    def clean(self):
        data = super().clean()
        if not self.instance.slug and data.get("name_zh"):
            self.instance.slug = Organisation.objects.free_slug(
                slug_of(data["name_zh"], data.get("name_en", ""))
            )
        return data
