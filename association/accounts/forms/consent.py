"""The links to what a person accepts with an account."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


def terms_links() -> SafeString:
    """Terms of use and privacy notice, each as a link, for the help text of a consent."""
    return format_html(
        '<a href="{}">{}</a> · <a href="{}">{}</a>',
        reverse("account:terms"),
        _("Terms of use"),
        reverse("front:privacy"),
        _("Privacy notice"),
    )
