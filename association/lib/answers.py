"""An answer to a request that goes no further: a page for people, JSON for programs."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import translation

API = "/api/"


def is_for_programs(request: HttpRequest) -> bool:
    """Whether the address belongs to the API."""
    return request.path_info.startswith(API)


def language_of(request: HttpRequest) -> str:
    """The reader's language where LocaleMiddleware has not run.

    A page is in the language of its address; the API follows Accept-Language.
    """
    if is_for_programs(request):
        return translation.get_language_from_request(request)
    return translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE


def problem(status: int, sentence: object, code: str) -> JsonResponse:
    """A refusal in the form that drf-standardized-errors gives to all others."""
    kind = "client_error" if status < 500 else "server_error"
    error = {"code": code, "detail": str(sentence), "attr": None}
    return JsonResponse({"type": kind, "errors": [error]}, status=status)


def answer(request: HttpRequest, status: int, sentence: object, code: str) -> HttpResponse:
    """The refusal as JSON, or as the page <status>.html with `sentence`; reads no database."""
    with translation.override(language_of(request)):
        if is_for_programs(request):
            response: HttpResponse = problem(status, sentence, code)
        else:
            # The middleware that would have looked the person up has not run.
            if not hasattr(request, "user"):
                request.user = AnonymousUser()
            response = render(request, f"{status}.html", {"sentence": sentence}, status=status)
        response.headers["Content-Language"] = translation.get_language()
    response.headers["Cache-Control"] = "no-store"
    return response
