"""The list and the page of opportunities: filters, counts, queries, both languages."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from association.lib.dates import today
from tests.platforms.factory import draft, make_industry, published

pytestmark = pytest.mark.django_db
LIST = "/investment/opportunities/"


@pytest.fixture
def offers(cast):
    """Three offers that differ in industry, province, mode, amount and end."""
    return {
        "site": published(cast, investment_min="100000000", investment_max="200000000"),
        "plant": published(
            cast,
            by=cast.zunyi,
            owner=cast.zunyi_etdz,
            title_zh="铝加工厂房",
            title_en="Aluminium plant",
            industries=[make_industry("C32", "Non-ferrous metals").pk],
            modes=["lease"],
            investment_min="2000000000",
            valid_until=(today() + timedelta(days=10)).isoformat(),
        ),
        "closed": published(cast, title_zh="已截止", valid_until=today().isoformat()),
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"site", "plant", "closed"}),
        ("industry=c32", {"plant"}),
        ("industry=c32&industry=c39", {"site", "plant", "closed"}),
        ("region=guizhou", {"plant"}),
        ("region=jiangsu&industry=c39", {"site", "closed"}),
        ("reach=upper", {"plant"}),
        ("mode=lease", {"plant"}),
        ("amount=over-1b", {"plant"}),
        ("amount=50m-300m", {"site"}),
        ("state=soon", {"plant", "closed"}),
        ("q=铝加工", {"plant"}),
        ("q=aluminium", {"plant"}),
        ("q=lvjiagong", {"plant"}),
        ("q=nothing", set()),
    ],
)
def test_filters_find_what_fits(client, offers, query, expected):
    for prefix in ("", "/en"):
        page = client.get(f"{prefix}{LIST}?{query}").content.decode()
        found = {name for name, entry in offers.items() if entry.public_id in page}
        assert found == expected


def test_counts_stand_beside_the_choices(client, offers):
    form = client.get(LIST).context["filter"].form

    labels = dict(form.fields["industry"].widget.choices)
    assert {code: str(label)[-3:] for code, label in labels.items()} == {"c39": "(2)", "c32": "(1)"}


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("industry=x99", 400),
        ("reach=sideways", 400),
        ("amount=lots", 400),
        ("mode=%00", 400),
        ("sort=author__password", 400),
        ("page=0", 400),
        ("page=99", 404),
        ("page=1e9", 400),
        ("q=" + "长" * 201, 400),
        ("unknown=1", 200),
    ],
)
def test_bad_values_are_answered_not_crashed(client, offers, query, status):
    assert client.get(f"{LIST}?{query}").status_code == status


@pytest.mark.parametrize("count", [3, 25])
@pytest.mark.parametrize("who", [None, "firm"])
def test_the_list_takes_at_most_eight_queries(sign_in, cast, count, who):
    client = sign_in(getattr(cast, who) if who else None)
    for number in range(count):
        published(cast, title_zh=f"项目 {number}")

    client.get(LIST)  # the first page of a session also notes when the person was last seen
    with CaptureQueriesContext(connection) as queries:
        assert client.get(LIST).status_code == 200

    assert len(queries) <= 8


def test_drafts_and_other_audiences_are_not_listed(client, cast, sign_in):
    hidden = [draft(cast, title_zh="秘密草稿"), published(cast, audience="members")]

    page = client.get(LIST).content.decode()
    assert not any(entry.public_id in page for entry in hidden)
    assert hidden[1].public_id in sign_in(cast.zunyi).get(LIST).content.decode()


def test_the_page_shows_facts_with_units_in_both_languages(client, cast):
    entry = published(
        cast,
        land_area_m2="60000",
        power_price_cny_per_kwh="0.58",
        investment_min="300000000",
        investment_max="500000000",
    )
    path = entry.get_absolute_url()

    chinese, english = (client.get(f"{prefix}{path}").content.decode() for prefix in ("", "/en"))

    assert "90亩（6公顷）" in chinese
    assert "3亿—5亿元" in chinese
    assert "6 ha (90 mu)" in english
    assert "CNY 300–500 million" in english
    assert "0.58 CNY/kWh" in english
    assert "Site for display modules" in english


def test_a_missing_translation_is_marked(client, cast):
    entry = published(cast, title_en="")

    page = client.get(f"/en{entry.get_absolute_url()}").content.decode()

    assert "新型显示模组" in page
    assert "no English version yet" in page


def test_an_unknown_one_is_not_found(client, db):
    assert client.get(f"{LIST}nothing22/").status_code == 404


def test_the_list_is_a_file_as_it_is_filtered(client, offers):
    answer = client.get(f"{LIST}export.csv?region=guizhou")

    text = b"".join(answer.streaming_content).decode()
    assert "铝加工厂房" in text
    assert "新型显示模组" not in text
    assert client.get(f"{LIST}export.csv?region=nowhere").status_code == 400
    sheet = client.get(f"{LIST}export.xlsx")
    assert sheet.getvalue().startswith(b"PK")
    sheet.close()
