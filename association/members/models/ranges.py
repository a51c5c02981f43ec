"""Pieces of SQL: scalars as ranges, so that exclusion needs no btree_gist extension; days."""

from django.db.models import DateField, Func


class IdRange(Func):
    """int8range(id, id, '[]'): lets GiST compare ids without the btree_gist extension."""

    function = "int8range"
    template = "%(function)s(%(expressions)s, '[]')"


class SchemeRange(Func):
    """The scheme as a range of one number, for the same reason."""

    template = (
        "int8range(hashtextextended(%(expressions)s, 0),"
        " hashtextextended(%(expressions)s, 0), '[]')"
    )


class DaysBefore(Func):
    """date - integer: the day that lies so many days before another one."""

    arg_joiner = " - "
    template = "(%(expressions)s)"
    output_field = DateField()
