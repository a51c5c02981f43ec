"""Recovery codes: ten, each good once, kept only as keyed hashes and so shown only once."""

import secrets

from allauth.mfa.models import Authenticator
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
    data = {"hashes": [_hash(user.pk, code) for code in codes], "migrated_codes": []}
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
        mine = _hash(row.user_id, code)
        hashes = row.data.get("hashes", [])
        kept = [known for known in hashes if not constant_time_compare(known, mine)]
        if len(kept) == len(hashes):
            return False
        row.data["hashes"] = kept
        row.save(update_fields=["data"])
    return True


def left(user) -> int:
    """How many unused codes the person has."""
    row = Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(row.data.get("hashes", [])) if row else 0


def _hash(user_id: int, code: str) -> str:
    plain = "".join(sign for sign in code.lower() if sign.isalnum())
    return salted_hmac("accounts.recovery", f"{user_id}:{plain}", algorithm="sha256").hexdigest()
