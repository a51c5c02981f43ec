"""The second factor: who needs it, whether it was shown, and how a code is checked."""

from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from association.accounts import recovery_codes
from association.accounts.limits import CODE_BY_PERSON
from association.lib.refusals import TooMany

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def is_required(user) -> bool:
    """Staff need one; the demo's sample accounts do not."""
    return settings.HELIU_SECOND_FACTOR_REQUIRED and user.is_authenticated and user.is_staff


def is_satisfied(request: HttpRequest) -> bool:
    """Not required, or this session's sign-in record holds a second factor of this person."""
    if not is_required(request.user):
        return True
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" for record in records)


def has_factor(user) -> bool:
    """Has an authenticator app or a passkey."""
    return (
        user.is_authenticated and Authenticator.objects.filter(user=user, type__in=FACTORS).exists()
    )


def way_in(request: HttpRequest) -> HttpResponse:
    """To the page where the factor is shown, or set up when there is none yet."""
    types = set(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    if Authenticator.Type.TOTP in types:
        page, sentence = "mfa_reauthenticate", _("Please enter the code of your second factor.")
    elif Authenticator.Type.WEBAUTHN in types:
        page, sentence = "mfa_reauthenticate_webauthn", _("Please show your passkey.")
    else:
        page = "mfa_activate_totp"
        sentence = _("Your role needs a second factor. Please set it up now.")
    messages.info(request, sentence)
    back = request.get_full_path() if request.method == "GET" else ""
    query = f"?{urlencode({'next': back})}" if back else ""
    return HttpResponseRedirect(reverse(page) + query)


def check_code(user, code: str) -> Authenticator | None:
    """The person's authenticator that accepts this code, or None; TooMany after five tries."""
    attempt = CODE_BY_PERSON.reserve(user.pk)
    if attempt is None:
        raise TooMany
    for authenticator in Authenticator.objects.filter(user=user).order_by("-type"):
        if _accepts(authenticator, code):
            attempt.clear()
            return authenticator
    return None


def _accepts(authenticator: Authenticator, code: str) -> bool:
    if authenticator.type == Authenticator.Type.TOTP:
        return accept_totp(authenticator.pk, code)
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        return recovery_codes.accept(authenticator.pk, code)
    return False


def accept_totp(pk: int, code: str) -> bool:
    """Accept a code of this time step, the one before or after, if later than the last accepted.

    RFC 6238 5.2: a code is good once. The step is kept with the authenticator, under a lock, so
    that neither a second server nor an empty cache lets it through again.
    """
    with transaction.atomic():
        row = Authenticator.objects.select_for_update().get(pk=pk)
        secret = decrypt(row.data["secret"])
        steps = [step for step in yield_hotp_counters_from_time() if _matches(secret, step, code)]
        if not steps or steps[-1] <= row.data.get("last_step", 0):
            return False
        row.data["last_step"] = steps[-1]
        row.save(update_fields=["data"])
    return True


def _matches(secret: str, step: int, code: str) -> bool:
    return compare_user_code(actual=code, expected=format_hotp_value(hotp_value(secret, step)))


def enrolled(request: HttpRequest, kind: str, code: str = "") -> None:
    """A factor was set up and shown in one go: the session counts as confirmed with it."""
    mine = Authenticator.objects.filter(user=request.user, type=kind)
    authenticator = mine.latest("pk")
    if code:
        accept_totp(authenticator.pk, code)
    about = {"id": authenticator.pk, "type": kind, "reauthenticated": True}
    record_authentication(request, request.user, "mfa", **about)
    request.session.cycle_key()
