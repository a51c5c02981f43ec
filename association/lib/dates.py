"""Days of the association: a day is a day in China; deadlines end at 24:00 Asia/Shanghai."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import chinese_calendar
from django.db.models import DateField, Func
from django.utils import timezone

SHANGHAI = ZoneInfo("Asia/Shanghai")


def today() -> date:
    """The date in China now, whatever the zone of the server or the reader."""
    return timezone.now().astimezone(SHANGHAI).date()


class ChinaToday(Func):
    """The date in China now, for the database to compare with."""

    template = "(now() AT TIME ZONE 'Asia/Shanghai')::date"
    output_field = DateField()


def is_working_day(day: date) -> bool:
    """Chinese public holidays and make-up days where published, else Monday to Friday.

    The State Council publishes each year's calendar in the autumn before; the library
    chinesecalendar carries the published years and refuses later ones.
    """
    try:
        return chinese_calendar.is_workday(day)
    except NotImplementedError:
        return day.weekday() < 5


def add_working_days(start: date, days: int) -> date:
    """The day that lies `days` working days after `start` (the start itself does not count)."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        days -= is_working_day(day)
    return day
