"""Recovery codes: ten, each good once, kept only as keyed hashes and so shown only once."""

import secrets

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from association.accounts.models import User

COUNT = 10
# Without characters that are easily taken for each other.
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH = 10


def issue(user) -> list[str]:
    """Replace the person's codes and return the new ones, as `abcde-fghjk`."""
    codes = ["".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for _ in range(COUNT)]
    # `migrated_codes` tells allauth's own pages that there is nothing to show.
    data = {"hashes": [_hashes(user.pk, code)[0] for code in codes], "migrated_codes": []}
    with transaction.atomic():
        # Two requests at once would otherwise both create a row.
        User.objects.select_for_update().get(pk=user.pk)
        mine = {"user_id": user.pk, "type": Authenticator.Type.RECOVERY_CODES}
        Authenticator.objects.filter(**mine).delete()
        Authenticator.objects.create(**mine, data=data)
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def accept(pk: int, code: str) -> bool:
    """Use up a code; False for one that is wrong or used."""
    with transaction.atomic():
        row = Authenticator.objects.select_for_update().get(pk=pk)
        hashes = row.data.get("hashes", [])
        for mine in _hashes(row.user_id, code):
            hashes = [known for known in hashes if not constant_time_compare(known, mine)]
        if len(hashes) == len(row.data.get("hashes", [])):
            return False
        row.data["hashes"] = hashes
        row.save(update_fields=["data"])
    return True


def left(user) -> int:
    """How many unused codes the person has."""
    row = Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(row.data.get("hashes", [])) if row else 0


def _hashes(user_id: int, code: str) -> list[str]:
    """The hash under the secret key, then those under its predecessors."""
    plain = "".join(sign for sign in code.lower() if sign.isalnum())
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    words = ("accounts.recovery", f"{user_id}:{plain}")
    return [salted_hmac(*words, secret=key, algorithm="sha256").hexdigest() for key in keys]
