"""A list page with filters, sorting and numbered pages, the same for every list.

    class ZoneList(FilteredList):
        queryset = Zone.objects.select_related("province")
        filterset_class = ZoneFilter          # a StrictFilterSet; its `sorts` name the orders
        template_name = "directory/zone_list.html"

The queryset needs `visible_to(user)`. The template gets `filter` (the FilterSet, its form for
components/filter_form.html), `page_obj` (for components/pagination.html; iterate over it), `total`
and whatever `get_context_data` adds. Two queries whatever the number of rows: count and page.

A filter value that is not understood: the page with the error beside its filter, status 400.
Unknown parameters are ignored. A page number that is no number or too deep: 400; past the end: 404;
both as a page that leads back to the list with its filters.
For an export or a view with a page of its own use `Filtered`: only `filter` and `found()`.
"""

import re
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from association.lib.filters import StrictFilterSet
from association.lib.refusals import Refused

MOST_ROWS = 100
DEEPEST_ROW = 10_000
PAGE_NAMES = ("page", "page_size")
NUMBER = re.compile(r"[1-9][0-9]{0,8}")


def strict_number(text: str, most: int) -> int:
    """A whole number from 1 to `most`, in ASCII digits; ValueError otherwise."""
    if not NUMBER.fullmatch(text) or int(text) > most:
        raise ValueError(text)
    return int(text)


class NoSuchPage(Refused):
    """The number of a page is no number or too big (400), or past the end of the list (404)."""

    sentence = _("There is no such page of this list.")

    def __init__(self, status: int = 400) -> None:
        super().__init__()
        self.status = status


class Filtered:
    """What a view shows: visible to the visitor, then filtered by the address."""

    filterset_class: type[StrictFilterSet]
    request: Any

    @cached_property
    def filter(self) -> StrictFilterSet:
        rows = super().get_queryset().visible_to(self.request.user)  # type: ignore[misc]
        return self.filterset_class(self.request.GET, queryset=rows, request=self.request)

    def found(self) -> QuerySet:
        """The filtered rows in their order; none when a value was refused."""
        rows = self.filter.found()
        return rows if rows.ordered else rows.order_by("pk")

    def get_queryset(self) -> QuerySet:
        return self.found()


class FilteredList(Filtered, ListView):
    """See the module."""

    paginate_by = 20

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().get(request, *args, **kwargs)
        except NoSuchPage as refusal:
            query = request.GET.copy()
            for name in PAGE_NAMES:
                query.pop(name, None)
            context = {"list_url": f"{request.path}?{query.urlencode()}".rstrip("?")}
            return render(request, "no_such_page.html", context, status=refusal.status)

    def paginate_queryset(self, queryset: Any, page_size: int) -> tuple[Paginator, Page, Any, bool]:
        number = self.number("page", DEEPEST_ROW // page_size)
        paginator = Paginator(queryset, page_size)
        if number > paginator.num_pages:
            raise NoSuchPage(404)
        page = paginator.page(number)
        return paginator, page, page.object_list, page.has_other_pages()

    def get_paginate_by(self, queryset: QuerySet) -> int:
        return self.number("page_size", MOST_ROWS, self.paginate_by)

    def number(self, name: str, most: int, default: int = 1) -> int:
        """A parameter of the address as a number; NoSuchPage when it is none or too big."""
        text = self.request.GET.get(name, "")
        try:
            return strict_number(text, most) if text else default
        except ValueError:
            raise NoSuchPage from None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(filter=self.filter, **kwargs)
        context["total"] = context["paginator"].count
        return context

    def render_to_response(self, context: dict[str, Any], **options: Any) -> HttpResponse:
        if not self.filter.is_valid():
            options["status"] = 400
        return super().render_to_response(context, **options)
