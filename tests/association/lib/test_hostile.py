"""Requests that are refused before a view sees them, and honest ones that are not."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import RequestFactory

from association.lib.hostile import HostileInputMiddleware

MEGABYTE = 2**20
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


def status_of(request):
    seen = HostileInputMiddleware(lambda _request: HttpResponse("served"))
    return seen(request).status_code


@pytest.fixture
def visit():
    return RequestFactory()


@pytest.mark.parametrize(
    "address",
    [
        "/zones/?q=江苏&page=2",
        "/zones/?q=" + "苏" * 200,
        "/zones/?note=" + "a" * 2000,
        "/zones/?empty=&flag",
        "/zones/caf%C3%A9/",
        "/zones/?q=%F0%A0%AE%B7",
        "/?" + "&".join(f"p{n}=1" for n in range(200)),
    ],
)
def test_an_honest_address_is_served(visit, address):
    assert status_of(visit.get(address)) == 200


@pytest.mark.parametrize(
    "address",
    [
        "/zones/a%00b/",
        "/zones/?q=%00",
        "/zones/?%00=1",
        "/zones/?q=%ff",
        "/zones/?q=%ED%A0%80",
        "/zones/?q=%C0%AF",
        "/zones/?q=" + "a" * 201,
        "/zones/?note=" + "a" * 2001,
        "/zones/?" + "n" * 2001 + "=1",
        "/?" + "&".join(f"p{n}=1" for n in range(201)),
        "/?" + "&" * 201,
    ],
)
def test_a_hostile_address_is_refused(visit, address):
    assert status_of(visit.get(address)) == 400


def test_a_path_that_is_not_utf8_reaches_the_views_as_plain_letters(visit):
    request = visit.request(PATH_INFO="/zones/\xff/")
    assert status_of(request) == 200
    assert request.path_info == "/zones/%FF/"


def test_raw_bytes_in_the_query_are_refused(visit):
    assert status_of(visit.get("/", QUERY_STRING="q=\xff\xfe")) == 400


def test_another_host_is_refused(visit):
    assert status_of(visit.get("/", headers={"host": "evil.example"})) == 400


def test_a_cookie_that_spells_nul_is_refused(visit):
    visit.cookies["sessionid"] = "aaaaaaaa"
    request = visit.get("/", HTTP_COOKIE='sessionid="\\000aaaaaaaaaa"')
    assert status_of(request) == 400


@pytest.mark.parametrize("body", [b"name=%00", b"name=%ff", b"name=\xff", b"%ED%A0%80=1"])
def test_a_hostile_form_is_refused(visit, body):
    assert status_of(visit.post("/", body, content_type=FORM)) == 400


def test_a_form_with_too_many_fields_is_refused(visit):
    body = b"&".join(b"a=1" for _n in range(2001))
    assert status_of(visit.post("/", body, content_type=FORM)) == 400


def test_a_form_of_more_than_a_megabyte_is_too_large(visit):
    body = b"text=" + b"a" * MEGABYTE
    assert status_of(visit.post("/", body, content_type=FORM)) == 413


def test_nul_in_a_form_with_files_is_refused(visit):
    assert status_of(visit.post("/", {"name": "a\0b"})) == 400


def test_an_unfinished_form_with_files_is_refused(visit):
    body = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n'
    kind = "multipart/form-data; boundary="
    assert status_of(visit.post("/", body, content_type=kind)) == 400


def test_a_file_within_the_limit_reaches_the_view(visit):
    file = SimpleUploadedFile("zones.xlsx", b"x" * 9 * MEGABYTE)
    request = visit.post("/", {"file": file})
    assert status_of(request) == 200
    assert request.FILES["file"].size == 9 * MEGABYTE
    request.close()


class Unread(BytesIO):
    """A body that must not be read."""

    def read(self, *_args):
        raise AssertionError("the body was read")

    readline = read


def test_a_file_of_20_megabytes_is_refused_unread(visit):
    request = visit.post("/", {}, CONTENT_LENGTH=str(20 * MEGABYTE), **{"wsgi.input": Unread()})
    assert status_of(request) == 413


def test_a_length_that_lies_does_not_get_a_big_file_through(visit, settings):
    settings.HELIU_UPLOAD_LIMIT = 1000
    request = visit.post("/", {"file": SimpleUploadedFile("a.bin", b"x" * 1001)})
    assert status_of(request) == 413


@pytest.mark.django_db(databases=[])
@pytest.mark.parametrize(("path", "words"), [("/zones/", "10 MB"), ("/en/zones/", "at most 10 MB")])
def test_the_page_about_a_big_file_has_a_sentence(visit, path, words):
    request = visit.post(path, {}, CONTENT_LENGTH=str(20 * MEGABYTE))
    response = HostileInputMiddleware(lambda _request: HttpResponse())(request)
    assert response.status_code == 413
    assert words in response.content.decode()


def test_the_api_answers_in_json(visit):
    request = visit.get("/api/v1/zones/?q=%00", headers={"accept-language": "en"})
    response = HostileInputMiddleware(lambda _request: HttpResponse())(request)
    assert response.status_code == 400
    assert response.headers["Content-Type"] == JSON
    assert b'"code": "unreadable"' in response.content


@pytest.mark.parametrize(
    "body", [b"{}", b'{"a": [1, 2.5, null, true, "x"]}', b"[" * 32 + b"]" * 32, b"", b'"\\u6c5f"']
)
def test_honest_json_is_served(visit, body):
    assert status_of(visit.post("/api/", body, content_type=JSON)) == 200


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 33 + b"]" * 33,
        b"[" * 100_000,
        b'{"a":' * 33 + b"1" + b"}" * 33,
        b'"\\u0000"',
        b'{"\\u0000": 1}',
        b'["\\ud800"]',
        b"NaN",
        b"[-Infinity]",
        b"1e999",
        b'{"a": 1, "a": 2}',
        b"1" * 5000,
        b'"unfinished',
        b"{'a': 1}",
        b'"\xff"',
        b"\xef\xbb\xbf{}",
        '{"a": 1}'.encode("utf-16"),
        '{"a": 1}'.encode("utf-16-le"),
        '{"a": 1}'.encode("utf-32-be"),
    ],
)
def test_unsound_json_is_refused(visit, body):
    assert status_of(visit.post("/api/", body, content_type=JSON)) == 400


def test_json_in_another_encoding_is_refused(visit):
    assert status_of(visit.post("/", b"{}", content_type=f"{JSON}; charset=utf-16")) == 400


def test_a_json_dialect_is_held_to_the_same_rules(visit):
    assert status_of(visit.patch("/", b"NaN", content_type="application/merge-patch+json")) == 400


def test_json_of_more_than_a_megabyte_is_too_large(visit):
    body = b'"' + b"a" * MEGABYTE + b'"'
    assert status_of(visit.post("/api/", body, content_type=JSON)) == 413
