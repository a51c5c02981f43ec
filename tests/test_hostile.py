"""Every address of the portal against hostile input: never a 5xx, whatever is asked.

The addresses come from the resolver, so a new one is tried without being named here; the values
from hostile.json. Ids of the acceptance list: IN-01, IN-02, IN-03.
"""

import json
import re
from urllib.parse import quote, unquote, urlencode

import pytest
from django.http import QueryDict
from django.urls import Resolver404, get_resolver, resolve

from association.embedded.launch import PROJECT
from association.lib.listing import FilteredList
from association.lib.viewsets import ReadOnly

VALUES = json.loads((PROJECT / "tests" / "hostile.json").read_text())
NO_PAGES = ["0", "-1", "1.0", "1e3", "NaN", "１２", "last", "9" * 300, str(10**14), "[]"]
# Refused before any view, whichever it is.
UNREADABLE = {
    "NUL": "q=%00",
    "NUL in a name": "%00=1",
    "invalid UTF-8": "q=%ff%fe",
    "overlong UTF-8": "q=%C0%80",
    "lone surrogate": "q=%ED%A0%80",
    "half a character": "q=%E6%B1",
    "long search": "q=" + "a" * 201,
    "long value": "x=" + "a" * 2001,
    "long name": "a" * 2001 + "=1",
    "201 parameters": "&".join(f"a{n}=1" for n in range(201)),
    "5,000 separators": "&" * 5000,
}
PART = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")


def routes(patterns, before=""):
    """(address with {} for each part of it that varies, view), without the admin."""
    for one in patterns:
        address = before + str(one.pattern)
        if address.startswith("admin/"):
            continue
        if hasattr(one, "url_patterns"):
            yield from routes(one.url_patterns, address)
        else:
            clean = PART.sub("{}", address).replace("^", "").replace("/?$", "/").replace("$", "")
            yield "/" + clean, one.callback


ROUTES = dict(routes(get_resolver().url_patterns))
PLAIN = sorted(address for address in ROUTES if "{}" not in address)
VARYING = sorted(address for address in ROUTES if "{}" in address)


def view_class(address):
    callback = ROUTES[address]
    return getattr(callback, "view_class", getattr(callback, "cls", None))


def is_list(address):
    return issubclass(view_class(address) or object, FilteredList | ReadOnly)


LISTS = [address for address in PLAIN if is_list(address)]


@pytest.fixture
def visit(sign_in, cast):
    """The status of an address, asked for by an official who is signed in."""
    client = sign_in(cast.kunshan_admin)
    client.raise_request_exception = False

    def ask(address, query=""):
        response = client.get(f"{address}?{query}" if query else address)
        if response.streaming:
            list(response.streaming_content)
        return response.status_code

    return ask


def broken(visit, asked):
    """The (address, query) pairs that were answered with 5xx."""
    return [pair for pair in asked if visit(*pair) >= 500]


def test_the_addresses_are_found():
    assert "/zones/" in LISTS
    assert "/api/v1/opportunities/" in LISTS
    assert "/investment/opportunities/{}/" in VARYING
    assert len(VALUES) >= 150


@pytest.mark.parametrize("query", UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("address", ["/", "/en/zones/", "/accounts/login/", "/api/v1/zones/"])
def test_what_cannot_be_read_is_400_everywhere(visit, address, query):
    assert visit(address, query) == 400


@pytest.mark.parametrize("address", LISTS)
def test_every_value_in_every_filter_is_refused_or_taken_by_sql(cast, rf, address):
    view = view_class(address)()
    names = [name for name in view.filterset_class.base_filters if name != "q"]
    view.request = request = rf.get(address)
    request.user = cast.kunshan_admin
    rows = view.queryset.visible_to(request.user)
    for value in VALUES:
        for asked in (dict.fromkeys(names, value), {"q": value}):
            data = QueryDict(urlencode(asked))
            found = view.filterset_class(data, queryset=rows, request=request)
            assert list(found.found()[:1]) is not None


@pytest.mark.parametrize("address", LISTS)
def test_a_list_survives_hostile_filters(visit, address):
    names = [*view_class(address).filterset_class.base_filters, "unknown", "ordering"]
    asked = [urlencode(dict.fromkeys(names, value)) for value in VALUES[::16]]
    assert broken(visit, [(address, query) for query in asked]) == []


@pytest.mark.parametrize("address", LISTS)
def test_a_page_number_that_is_none_is_refused(visit, address):
    for name in ("page", "page_size"):
        asked = {value: visit(address, urlencode({name: value})) for value in NO_PAGES}
        assert set(asked.values()) <= {400, 404}, asked


@pytest.mark.parametrize("address", [address for address in LISTS if address.startswith("/api/")])
def test_the_api_refuses_what_it_does_not_know(visit, address):
    names = ["unknown", "name_zh__regex", "id__in", "owner__email", "ordering", "limit", "offset"]
    assert {visit(address, f"{name}=1") for name in names} == {400}


@pytest.mark.parametrize("address", [address for address in PLAIN if address not in LISTS])
def test_a_page_survives_values_in_parameters_it_may_read(visit, address):
    names = ["q", "page", "next", "kind", "reach", "sort", "organisation", "from", "lang", "tab"]
    asked = [urlencode(dict.fromkeys(names, value)) for value in VALUES[::16]]
    assert broken(visit, [(address, query) for query in asked]) == []


@pytest.mark.parametrize("address", VARYING)
def test_a_thing_survives_every_value_in_its_address(visit, address):
    asked = [
        (path, "")
        for value in [*VALUES[::3], "9" * 5000]
        if reaches_a_view(path := address.replace("{}", quote(value, safe="")))
    ]
    assert broken(visit, asked) == []


def reaches_a_view(path):
    """Whether the resolver finds a view at all; if not, the answer is the 404 of every page."""
    try:
        return resolve(unquote(path)).view_name != "api:nothing"
    except Resolver404:
        return False
