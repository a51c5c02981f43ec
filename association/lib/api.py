"""What every endpoint of the API shares: strict pages and filters, and answers to errors.

Named in the settings of REST framework, so nothing here may import its views.
"""

from typing import Any

import structlog
from django.db import DataError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django_filters.rest_framework import DjangoFilterBackend
from django_filters.utils import translate_validation
from drf_standardized_errors.handler import ExceptionHandler
from rest_framework import exceptions
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request
from rest_framework.response import Response

from association.lib.filters import PAGING
from association.lib.listing import DEEPEST_ROW, MOST_ROWS, strict_number
from association.lib.refusals import Incomplete, Refused

log = structlog.get_logger("heliu.api")


def invalid(name: str, sentence: str, code: str) -> exceptions.ValidationError:
    """400 that names the parameter."""
    return exceptions.ValidationError({name: [exceptions.ErrorDetail(sentence, code)]})


class Pages(PageNumberPagination):
    """Numbered pages: at most 100 rows each, none that starts beyond row 10,000."""

    page_size = 20
    max_page_size = MOST_ROWS
    page_size_query_param = "page_size"
    last_page_strings = ()

    def get_page_size(self, request: Request) -> int:
        return self.number(request, "page_size", MOST_ROWS, self.page_size)

    def get_page_number(self, request: Request, paginator: Any) -> int:
        return self.number(request, "page", DEEPEST_ROW // paginator.per_page, 1)

    def number(self, request: Request, name: str, most: int, default: int) -> int:
        """A parameter as a number; 400 for anything else than 1 to `most`."""
        text = request.query_params.get(name)
        try:
            return default if text is None else strict_number(text, most)
        except ValueError:
            sentence = _("Give a whole number from 1 to %(most)s.") % {"most": most}
            raise invalid(name, sentence, "out_of_range") from None

    def get_paginated_response(self, data: Any) -> Response:
        response = super().get_paginated_response(data)
        links = {"prev": self.get_previous_link(), "next": self.get_next_link()}
        link = ", ".join(f'<{url}>; rel="{rel}"' for rel, url in links.items() if url)
        if link:
            response.headers["Link"] = link
        return response


class StrictFilterBackend(DjangoFilterBackend):
    """The page's own FilterSet; here a parameter that it does not know is an error."""

    def filter_queryset(self, request: Request, queryset: QuerySet, view: Any) -> QuerySet:
        filterset = self.get_filterset(request, queryset, view)
        # A single thing takes no filters: they would make it come and go by its hidden fields.
        if filterset is None or view.detail:
            refuse_unknown(sorted(set(request.query_params) - PAGING))
            return queryset.order_by("pk")
        refuse_unknown(filterset.unknown())
        if not filterset.is_valid():
            raise translate_validation(filterset.errors)
        rows = filterset.qs
        return rows if rows.ordered else rows.order_by("pk")


def refuse_unknown(names: list[str]) -> None:
    """400 naming the first parameters that mean nothing here."""
    if names:
        unknown = exceptions.ErrorDetail(_("Unknown parameter."), "unknown_parameter")
        raise exceptions.ValidationError({name[:100]: [unknown] for name in names[:10]})


class Answers(ExceptionHandler):
    """Our refusals and PostgreSQL's refusals of a value, as answers of one form."""

    def convert_known_exceptions(self, exc: Exception) -> Exception:
        if isinstance(exc, Incomplete) and exc.gaps:
            return exceptions.ValidationError(
                {name: [exceptions.ErrorDetail(str(gap), "gap")] for name, gap in exc.gaps.items()}
            )
        if isinstance(exc, Refused):
            return refused(exc)
        if isinstance(exc, (DataError, UnicodeEncodeError)):
            # A value passed our checks and could not be stored or compared: a gap to be closed
            # there, but the visitor's mistake all the same.
            log.warning("api.value_refused_by_database", kind=type(exc).__name__)
            return exceptions.ParseError(_("A value is out of range or cannot be read."))
        return super().convert_known_exceptions(exc)


def refused(refusal: Refused) -> exceptions.APIException:
    """A refusal with its status, its class as the code and its sentence."""
    answer = exceptions.APIException(str(refusal.message), code=type(refusal).__name__.lower())
    answer.status_code = refusal.status
    return answer
