"""Requests that no honest browser sends are answered here, once, before anything else reads them.

What is refused: text that PostgreSQL or the templates cannot hold (U+0000, lone surrogates, bytes
that are not UTF-8) in the path, query, cookies or form; too many or too long parameters; bodies
over the limit (413, unread); JSON that parsers disagree about (see json_bodies).
"""

from collections.abc import Callable, Iterable
from urllib.parse import parse_qsl

import structlog
from django.conf import settings
from django.core.exceptions import (
    BadRequest,
    DisallowedHost,
    RequestDataTooBig,
    SuspiciousOperation,
)
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from association.lib.answers import answer
from association.lib.json_bodies import check_json

log = structlog.get_logger("heliu.hostile")
MOST_PARAMETERS = 200
LONGEST_SEARCH = 200
LONGEST_VALUE = 2000
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
UNREADABLE = _("The request contains characters that cannot be read. Please check the address.")
WRONG_HOST = _("This portal does not answer under that address.")
TOO_MANY = _("The address holds too many parameters.")
TOO_LONG = _("A value in the address is too long.")
TOO_BIG = _("The request is too large.")
TOO_BIG_FILE = _("A file may have at most {limit} MB. Please make it smaller or split it.")
UNFINISHED = _("The form did not arrive complete. Please send it again.")


class Hostile(Exception):
    """The request is refused; the sentence says why."""

    def __init__(self, sentence: object, status: int = 400, code: str = "unreadable") -> None:
        super().__init__(sentence)
        self.sentence, self.status, self.code = sentence, status, code


class HostileInputMiddleware:
    """Stands before sessions and the database: a refused request costs neither."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            check_address(request)
            check_body(request)
        except Hostile as refusal:
            log.info("request.refused", code=refusal.code, status=refusal.status)
            return answer(request, refusal.status, refusal.sentence, refusal.code)
        return self.get_response(request)


def check_address(request: HttpRequest) -> None:
    """Host, path, query string and cookies."""
    try:
        request.get_host()
    except DisallowedHost:
        raise Hostile(WRONG_HOST, code="wrong_host") from None
    # Bytes of the path that are no UTF-8 Django has turned back into %FF: such a path is not found.
    check_texts([request.path_info])
    # A quoted cookie may spell any byte in octal, U+0000 too, and the session key goes to SQL.
    check_texts(request.COOKIES.values())
    check_pairs(_utf8(request.META.get("QUERY_STRING", "")), MOST_PARAMETERS, LONGEST_VALUE)


def check_pairs(text: str, most: int, longest: int | None = None) -> None:
    """`a=1&b=2`: strict UTF-8, at most `most` pairs, values up to `longest` characters."""
    if text.count("&") >= most:
        raise Hostile(TOO_MANY, code="too_many_parameters")
    try:
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        raise Hostile(UNREADABLE) from None
    for name, value in pairs:
        check_texts((name, value))
        limit = LONGEST_SEARCH if name == "q" and longest else longest
        if limit and max(len(value), len(name)) > limit:
            raise Hostile(TOO_LONG, code="too_long")


def check_texts(texts: Iterable[str]) -> None:
    """Hostile for U+0000 or a lone surrogate."""
    for text in texts:
        if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
            raise Hostile(UNREADABLE)


def check_body(request: HttpRequest) -> None:
    """Size first, from the header; then the form or the JSON, read with a limit of its own."""
    kind = request.content_type or ""
    length = _length(request)
    if kind == MULTIPART and request.method == "POST":
        check_upload(request, length)
        return
    if length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        raise Hostile(TOO_BIG, 413, "too_large")
    if kind == FORM and request.method == "POST":
        check_pairs(_decoded(_body(request)), settings.DATA_UPLOAD_MAX_NUMBER_FIELDS)
    elif length and (kind == "application/json" or kind.endswith("+json")):
        charset = (request.content_params or {}).get("charset", "utf-8")
        sentence = check_json(_body(request), charset)
        if sentence:
            raise Hostile(sentence, code="parse_error")


def check_upload(request: HttpRequest, length: int) -> None:
    """A form with files: refused by its announced length, else as soon as it grows too long."""
    too_big = Hostile(
        format_lazy(TOO_BIG_FILE, limit=settings.HELIU_UPLOAD_LIMIT // 2**20), 413, "too_large"
    )
    if length > settings.HELIU_UPLOAD_LIMIT + settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        raise too_big
    request.upload_handlers.insert(0, UploadLimit(request))
    try:
        fields = request.POST
    except RequestDataTooBig:
        raise too_big from None
    except (MultiPartParserError, SuspiciousOperation, BadRequest):
        raise Hostile(UNFINISHED) from None
    check_texts(fields)
    check_texts(value for values in fields.lists() for value in values[1])
    check_texts(file.name or "" for files in request.FILES.lists() for file in files[1])


class UploadLimit(FileUploadHandler):
    """Stops a form whose files are together larger than the limit, whatever its length said."""

    received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > settings.HELIU_UPLOAD_LIMIT:
            raise RequestDataTooBig
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def _utf8(text: str) -> str:
    """What a WSGI server handed over byte by byte; Hostile when it is not UTF-8."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeEncodeError:
        return text  # already text: ASGI and the test client
    except UnicodeDecodeError:
        raise Hostile(UNREADABLE) from None


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise Hostile(UNREADABLE) from None


def _body(request: HttpRequest) -> bytes:
    try:
        return request.body
    except RequestDataTooBig:
        raise Hostile(TOO_BIG, 413, "too_large") from None


def _length(request: HttpRequest) -> int:
    text = request.META.get("CONTENT_LENGTH") or "0"
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0
