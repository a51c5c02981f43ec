"""Make messages from history: each untold row of any workflow becomes what people are told."""

import logging
import time
from collections.abc import Iterable, Iterator

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.utils import timezone, translation

from association.notifications.delivery import Delivery
from association.notifications.happening import MOST_TRIES, Happening, HappeningQuerySet, Notice
from association.notifications.message import MOST_TITLE, Message, may_see

logger = logging.getLogger("heliu.notifications")
BATCH = 2000
INSERT_BATCH = 1000


def tell(until: float | None = None) -> int:
    """Make the messages of what has happened; returns how many rows were told.

    `until` is a moment of time.monotonic() after which no new row is begun. A row whose
    `notices()` fails waits for the next call and is set aside after MOST_TRIES; it never holds up
    the others. Rows that another worker is telling are passed over.
    """
    told = 0
    for history in histories():
        untold = history._default_manager.untold()
        for pk, tries in list(untold.values_list("pk", "tell_attempts")[:BATCH]):
            if until is not None and time.monotonic() >= until:
                return told
            told += _try(history, pk, tries)
    return told


def histories(parent: type[Happening] = Happening) -> Iterator[type[Happening]]:
    """Every concrete history table of the portal."""
    for model in parent.__subclasses__():
        if not model._meta.abstract:
            yield model
        yield from histories(model)


def _try(history: type[Happening], pk: int, tries: int) -> bool:
    rows = history._default_manager.filter(pk=pk, told_at=None)
    # Counted before the attempt, so that a row over which the process dies is set aside as well.
    if not rows.filter(tell_attempts=tries).update(tell_attempts=tries + 1):
        return False
    try:
        return _tell_row(rows)
    except Exception:  # a faulty row is counted and logged; the rows behind it must be told
        logger.exception("%s %s could not be told, try %s", history._meta.label, pk, tries + 1)
        if tries + 1 >= MOST_TRIES:
            logger.error("%s %s set aside after %s tries", history._meta.label, pk, MOST_TRIES)
        return False


@transaction.atomic
def _tell_row(rows: HappeningQuerySet) -> bool:
    row = rows.select_for_update(skip_locked=True, of=("self",)).first()
    if row is None:
        return False
    for notice in row.notices():
        write_messages(notice, row.event_key, row.subject)
    rows.update(told_at=timezone.now())
    return True


def write_messages(notice: Notice, event_key: str, subject: Model | None) -> None:
    """A message and a mail for each recipient who may see it and has not been told of it yet."""
    words = _in_both_languages(notice)
    if subject is not None:
        words["subject_type"] = ContentType.objects.get_for_model(subject)
        words["subject_id"] = subject.pk
    told = set(Message.objects.filter(event_key=event_key).values_list("user_id", flat=True))
    users = {user.pk: user for user in notice.recipients if user.pk not in told}
    if subject is not None:
        model, pk = type(subject), subject.pk
        users = {key: user for key, user in users.items() if may_see(user, model, pk)}
    _insert(Message(user=user, event_key=event_key, **words) for user in users.values())
    mine = Message.objects.filter(event_key=event_key, user__in=users, delivery=None)
    _insert(Delivery.of_message(message) for message in mine)


def _insert(rows: Iterable[Model]) -> None:
    """Insert rows that may exist already: a worker that told the same event keeps its own."""
    listed = list(rows)
    if listed:
        type(listed[0])._default_manager.bulk_create(
            listed, batch_size=INSERT_BATCH, ignore_conflicts=True
        )


def _in_both_languages(notice: Notice) -> dict[str, object]:
    words: dict[str, object] = {"category": notice.category, "url": notice.url}
    for suffix, language in (("zh", "zh-hans"), ("en", "en")):
        with translation.override(language):
            words[f"title_{suffix}"] = _clip(str(notice.title()))
            words[f"body_{suffix}"] = str(notice.body())
    return words


def _clip(title: str) -> str:
    return title if len(title) <= MOST_TITLE else title[: MOST_TITLE - 1] + "…"
