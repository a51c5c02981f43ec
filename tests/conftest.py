"""The named cast of the tests: nine people whose rights follow from their mandates."""

from types import SimpleNamespace

import pytest
from allauth.account.internal.flows import login
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.utils import translation
from psycopg.types.range import DateRange

from association.members.models import Mandate, Membership, Organisation

PASSWORD = "lin-jiang-er-shang-2026"
# name → (organisation, role, kind, verified, member)
ORGANISATIONS = {
    "association": ("association", "长江开发区协会", "Zones Association", True, False),
    "kunshan_etdz": ("zone", "昆山经济技术开发区", "Kunshan ETDZ", True, True),
    "zunyi_etdz": ("zone", "遵义经济技术开发区", "Zunyi ETDZ", True, True),
    "jiangsu_department": ("commerce_department", "江苏省商务厅", "Jiangsu DOC", True, True),
    "hengtong": ("firm", "恒通电子有限公司", "Hengtong Electronics", True, True),
    "startup": ("firm", "新芯科技有限公司", "New Chip Technology", False, False),
}
PEOPLE = {
    "secretariat": ("association", "administrator"),
    "publisher": ("association", "editor"),
    "kunshan": ("kunshan_etdz", "editor"),
    "kunshan_admin": ("kunshan_etdz", "administrator"),
    "zunyi": ("zunyi_etdz", "administrator"),
    "jiangsu": ("jiangsu_department", "administrator"),
    "firm": ("hengtong", "administrator"),
    "newfirm": ("startup", "administrator"),
    "expert": ("association", "expert"),
    "auditor": ("association", "auditor"),
    "nobody": (None, None),
}


def make_organisation(slug: str) -> Organisation:
    """One organisation of the cast, member since 2021 where the table says so."""
    kind, name_zh, name_en, verified, member = ORGANISATIONS[slug]
    organisation = Organisation.objects.create(
        kind=kind,
        slug=slug.replace("_", "-"),
        name_zh=name_zh,
        name_en=name_en,
        division_code="320583" if "kunshan" in slug or "jiangsu" in slug else "",
        verification="verified" if verified else "unverified",
    )
    if member:
        Membership.objects.create(
            organisation=organisation,
            admitted_on="2021-01-01",
            period=DateRange("2021-01-01", None),
        )
    return organisation


@pytest.fixture(autouse=True)
def _chinese():
    """Each test starts in Chinese, whatever language the one before it asked for."""
    with translation.override("zh-hans"):
        yield


def make_cast() -> SimpleNamespace:
    """Everybody at once: `cast.kunshan` is a person, `cast.kunshan_etdz` an organisation."""
    cache.clear()
    everybody = {slug: make_organisation(slug) for slug in ORGANISATIONS}
    for name, (organisation, role) in PEOPLE.items():
        # Hashing nine passwords with Argon2 for each test would cost more than the tests.
        person = get_user_model()(email=f"{name}@demo.example", full_name=name.title())
        person.set_unusable_password()
        person.save()
        if organisation:
            Mandate.objects.create(
                user=person, organisation=everybody[organisation], role=role, from_on="2021-01-01"
            )
        everybody[name] = person
    return SimpleNamespace(**everybody)


@pytest.fixture
def cast(db) -> SimpleNamespace:
    """The cast of `make_cast`, for one test."""
    return make_cast()


def show_factor(client, person) -> None:
    """Record in the session what allauth records when the second factor has been shown."""
    session = client.session
    session[login.AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "type": "totp"}]
    session[login._AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(person.pk)
    session.save()


@pytest.fixture
def sign_in(client):
    """Sign a person in, second factor shown; None is an anonymous visitor."""

    def enter(person):
        client.logout()
        if person is not None:
            client.force_login(person, backend="association.accounts.backends.EmailBackend")
            show_factor(client, person)
        return client

    return enter
