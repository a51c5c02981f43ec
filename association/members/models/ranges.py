"""Scalars as ranges, so that an exclusion constraint needs no btree_gist extension."""

from django.db.models import Func


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
