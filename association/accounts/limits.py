"""Limits on tries, counted in PostgreSQL: atomic, durable, and there when Redis is not.

A try is reserved before the work is done and given back when it turns out to be harmless, so any
number of parallel tries together get no more than the limit. The statement runs on its own,
outside any transaction of the caller's work.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone
from django.utils.crypto import salted_hmac

from association.accounts.models import Try
from association.lib.refusals import TooMany

MINUTE, HOUR, DAY = 60, 3600, 86400

# A row is locked while it is full and its last try is younger than the window. Tries that are
# refused change nothing, so a lock ends although somebody keeps knocking.
RESERVE = """
INSERT INTO accounts_try AS row (key, at, until)
VALUES (%(key)s, ARRAY[%(now)s]::timestamptz[], %(until)s)
ON CONFLICT (key) DO UPDATE SET
    at = ARRAY(SELECT t FROM unnest(row.at) AS t WHERE t > %(since)s) || excluded.at,
    until = excluded.until
WHERE row.until <= %(now)s OR cardinality(row.at) < %(amount)s
RETURNING 1
"""
GIVE_BACK = "UPDATE accounts_try SET at = array_remove(at, %s::timestamptz) WHERE key = %s"


@dataclass(frozen=True)
class Reservation:
    """One try that was allowed."""

    key: str
    at: datetime

    def give_back(self) -> None:
        """The try was harmless: it does not count."""
        with connection.cursor() as cursor:
            cursor.execute(GIVE_BACK, [self.at, self.key])

    def clear(self) -> None:
        """The person has shown who they are: all their earlier tries are forgiven."""
        Try.objects.filter(key=self.key).delete()


@dataclass(frozen=True)
class Limit:
    """At most `amount` tries in `seconds`; the try that fills it locks for as long again."""

    name: str
    amount: int
    seconds: int

    def reserve(self, *parts: object) -> Reservation | None:
        """Count one try by `parts` (who, from where), or None when the limit is reached.

        The parts are kept as a keyed hash: the table tells nobody who tried to sign in.
        """
        text = "\x1f".join(str(part).casefold() for part in parts)
        key = f"{self.name}:{salted_hmac('accounts.limits', text, algorithm='sha256').hexdigest()}"
        now, window = timezone.now(), timedelta(seconds=self.seconds)
        values = {"key": key, "now": now, "since": now - window, "until": now + window}
        with connection.cursor() as cursor:
            cursor.execute(RESERVE, {**values, "amount": self.amount})
            return Reservation(key, now) if cursor.fetchone() else None

    def require(self, *parts: object) -> None:
        """Count one try; raises TooMany (429) when the limit is reached."""
        if self.reserve(*parts) is None:
            raise TooMany


PASSWORD_BY_ACCOUNT = Limit("password-account", 5, 15 * MINUTE)
PASSWORD_BY_DEVICE = Limit("password-device", 5, 15 * MINUTE)
PASSWORD_BY_NETWORK = Limit("password-network", 20, 15 * MINUTE)
CODE_BY_PERSON = Limit("code-person", 5, 15 * MINUTE)
SIGN_UP_BY_NETWORK = Limit("sign-up-network", 5, DAY)
MAIL_BY_NETWORK = Limit("mail-network", 30, HOUR)
MAIL_BY_ADDRESS = (Limit("mail-hour", 2, HOUR), Limit("mail-day", 5, DAY))


def may_mail(kind: str, address: str, network: str) -> bool:
    """Whether one more mail that anybody may ask for goes to `address`: 2 an hour, 5 a day."""
    if MAIL_BY_NETWORK.reserve(network) is None:
        return False
    return all(limit.reserve(kind, address) is not None for limit in MAIL_BY_ADDRESS)
