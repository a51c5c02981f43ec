"""The secretariat corrects facts in the admin; others may not even look."""

import pytest
from django.core.management import call_command

from zones.directory.models import Zone

pytestmark = pytest.mark.django_db


@pytest.fixture
def enter(sign_in, settings):
    """Sign in without the second factor, which has its own tests."""
    settings.HELIU_SECOND_FACTOR_REQUIRED = False
    return sign_in


def test_the_secretariat_finds_a_zone_by_any_name(cast, reference, enter):
    client = enter(cast.secretariat)

    for words in ("昆山", "kunshan", "ksjj", "Kunshan"):
        response = client.get("/admin/directory/zone/", {"q": words})
        assert [zone.slug for zone in response.context["cl"].result_list] == ["kunshan-etdz"]


@pytest.mark.parametrize(
    "path",
    ["directory/zone/", "directory/province/", "industries/industry/", "industries/industryterm/"],
)
def test_every_list_opens_and_nobody_adds_or_deletes(cast, enter, path):
    client = enter(cast.secretariat)

    assert client.get(f"/admin/{path}").status_code == 200
    assert client.get(f"/admin/{path}", {"q": "zzz"}).status_code == 200
    assert client.get(f"/admin/{path}add/").status_code == 403


def test_a_correction_is_kept_by_the_next_load_and_is_in_the_history(cast, reference, enter):
    zone = Zone.objects.get(slug="kunshan-etdz")
    client = enter(cast.secretariat)
    address = f"/admin/directory/zone/{zone.pk}/change/"
    form = client.get(address).context["adminform"].form
    data = {name: form[name].value() for name in form.fields}
    data = {name: "" if value is None else value for name, value in data.items()}
    data |= {"approved_year": "1991", "approved_basis": "sourced"}
    data |= {"designations-TOTAL_FORMS": "0", "designations-INITIAL_FORMS": "0"}

    response = client.post(address, data)
    call_command("load_reference", verbosity=0)

    assert response.status_code == 302, response.context["errors"]
    zone.refresh_from_db()
    assert (zone.approved_year, zone.approved_basis) == (1991, "sourced")
    assert zone.industries.count() > 0
    history = client.get(f"/admin/directory/zone/{zone.pk}/history/").content.decode()
    assert "1992" in history
    assert "1991" in history


def test_an_official_of_a_zone_may_not_enter(cast, enter):
    assert enter(cast.kunshan).get("/admin/directory/zone/").status_code == 403


def test_the_auditor_reads_and_does_not_change(cast, reference, enter):
    zone = Zone.objects.get(slug="kunshan-etdz")
    client = enter(cast.auditor)

    assert client.get(f"/admin/directory/zone/{zone.pk}/change/").status_code == 200
    assert client.post(f"/admin/directory/zone/{zone.pk}/change/", {}).status_code == 403
