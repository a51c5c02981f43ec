"""Our words on allauth's fields: a label above, help below, nothing inside the box."""

from typing import Any

from django.utils.translation import gettext_lazy as _

PASSWORD_HELP = _(
    "At least 12 characters, 15 for the secretariat. Several words that have nothing to do with "
    "each other are strong and easy to remember. Names of zones or cities alone are not accepted."
)
LABELS = {
    "login": _("E-mail address"),
    "email": _("E-mail address"),
    "password": _("Password"),
    "oldpassword": _("Present password"),
    "password1": _("New password"),
    "password2": _("New password, once more"),
    "code": _("Verification code"),
    "name": _("Name of the passkey"),
}
HELP = {"password1": PASSWORD_HELP}


class Plain:
    """Mixin before an allauth form: takes its placeholders off and gives it our words."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in LABELS:
                field.label = LABELS[name]
                field.help_text = HELP.get(name, "")
