"""How allauth's second factors behave here."""

import base64
import hashlib
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from association.accounts import second_factor


class MFAAdapter(DefaultMFAAdapter):
    """Secrets lie encrypted in the database; staff always keep one factor."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _("Your role needs a second factor: add another one first."),
        "incorrect_code": _("This code is not right, or it has been used already."),
        "unverified_email": _("Please confirm your e-mail address first."),
    }

    def encrypt(self, text: str) -> str:
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _fernet().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        if not second_factor.is_required(authenticator.user):
            return True
        others = Authenticator.objects.filter(
            user=authenticator.user, type__in=second_factor.FACTORS
        ).exclude(pk=authenticator.pk)
        return others.exists()

    def get_public_key_credential_rp_entity(self) -> dict[str, Any]:
        entity = super().get_public_key_credential_rp_entity()
        return {**entity, "name": settings.ASSOCIATION["name_en"]}


def _fernet() -> MultiFernet:
    """Keys derived from the secret key and its predecessors."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(f"heliu.mfa:{key}".encode()).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
