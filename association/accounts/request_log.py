"""One line of log for each request: who asked what, without what would let somebody else in."""

from typing import Any

import structlog
from django.http import HttpRequest
from django_structlog.middlewares import RequestMiddleware

from association.accounts.network import client_address


class RequestLog(RequestMiddleware):
    """The library's log with our own idea of the address and of what a path may tell.

    Keys in paths are hidden in every line by association.lib.logs.hide_keys.
    """

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        """Method and path; the query is left out, since people type names and links into it."""
        return f"{request.method} {request.path}"

    @classmethod
    def bind_ip(cls, request: Any) -> None:
        """The address that the limits go by; a header of the visitor's own counts for nothing."""
        structlog.contextvars.bind_contextvars(ip=client_address(request))
