"""Accounts: users, sign-in, second factor."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "association.accounts"
    verbose_name = _("People and sign-in")
