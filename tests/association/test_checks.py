"""Wrong settings are named; right ones pass Django's own deployment checks without a word."""

import os
import subprocess
import sys

import pytest
from django.conf import settings as current
from django.core.checks import run_checks

from association.checks import check_settings
from association.embedded.launch import PROJECT

KEY = "k3y-" + "abcdefghijklmnopqrstuvwxyz0123456789" * 2
PRODUCTION = {
    "HELIU_SECRET_KEY": KEY,
    "HELIU_HOSTS": "portal.example.org",
    "HELIU_SITE_URL": "https://portal.example.org",
    "HELIU_PROXY_COUNT": "1",
    "HELIU_SMTP_HOST": "mail.example.org",
    "HELIU_MAIL_FROM": "Portal <portal@example.org>",
    "DATABASE_URL": "postgres://heliu@db/heliu",
    "REDIS_URL": "redis://redis:6379/0",
}


@pytest.fixture
def production(settings):
    """Settings of a portal that is set up well."""
    settings.PRODUCTION = True
    settings.DEBUG = settings.HELIU_DEMO = settings.HELIU_TEST = False
    settings.SECRET_KEY = KEY
    settings.ALLOWED_HOSTS = ["portal.example.org"]
    settings.SITE_URL = "https://portal.example.org"
    settings.TRUSTED_PROXY_COUNT = 1
    settings.SECURE_SSL_REDIRECT = True
    settings.EMAIL_HOST = "mail.example.org"
    settings.DEFAULT_FROM_EMAIL = "Portal <portal@example.org>"
    settings.DATABASE_URL = "postgres://heliu@db/heliu"
    settings.REDIS_URL = "redis://redis:6379/0"
    return settings


def found():
    return [message.id for message in check_settings()]


def test_a_portal_set_up_well_passes(production):
    assert found() == []


def test_the_checks_are_registered():
    assert run_checks(tags=["heliu"]) == check_settings()


@pytest.mark.parametrize(
    ("name", "value", "ids"),
    [
        ("SECRET_KEY", current.DEVELOPMENT_KEY, ["heliu.E001"]),
        ("SECRET_KEY", "short", ["heliu.E001"]),
        ("SECRET_KEY", "a" * 60, ["heliu.E001"]),
        ("SECRET_KEY_FALLBACKS", [current.DEVELOPMENT_KEY], ["heliu.E001"]),
        ("SECRET_KEY_FALLBACKS", [KEY + "-former"], []),
        ("ALLOWED_HOSTS", [], ["heliu.E002"]),
        ("ALLOWED_HOSTS", ["*"], ["heliu.E002"]),
        ("ALLOWED_HOSTS", ["other.example.org"], ["heliu.W004"]),
        ("SITE_URL", "http://portal.example.org", ["heliu.E003"]),
        ("SITE_URL", "https://portal.example.org/here", ["heliu.E003"]),
        ("DATABASE_URL", "", ["heliu.E004"]),
        ("DATABASE_URL", "sqlite:///portal.sqlite3", ["heliu.E004"]),
        ("REDIS_URL", "", ["heliu.E005"]),
        ("HELIU_IDLE_SECONDS", 0, ["heliu.E007"]),
        ("HELIU_STAFF_IDLE_SECONDS", 10**6, ["heliu.E007"]),
        ("TRUSTED_PROXY_COUNT", -1, ["heliu.E008"]),
        ("EMAIL_HOST", "", ["heliu.W001"]),
        ("DEFAULT_FROM_EMAIL", "Heliu <no-reply@demo.example>", ["heliu.W002"]),
        ("TRUSTED_PROXY_COUNT", 0, ["heliu.W003"]),
    ],
)
def test_a_wrong_setting_is_named(production, name, value, ids):
    setattr(production, name, value)
    assert found() == ids


def test_debugging_where_others_can_reach_it_is_refused(settings):
    settings.PRODUCTION, settings.DEBUG = False, True
    settings.ALLOWED_HOSTS = ["localhost", "portal.example.org"]
    assert found() == ["heliu.E006"]


def test_a_demonstration_that_sends_mail_is_warned_of(settings):
    settings.PRODUCTION, settings.HELIU_DEMO = False, True
    settings.EMAIL_HOST = "mail.example.org"
    assert found() == ["heliu.W005"]


def deploy_check(**changes):
    """`manage.py check --deploy` in an environment of its own, without any server."""
    clean = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("HELIU_", "DATABASE_URL", "REDIS_URL", "DJANGO_"))
    }
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(
        command,
        cwd=PROJECT,
        env=clean | PRODUCTION | changes,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_production_passes_the_deployment_checks():
    result = deploy_check()
    assert result.returncode == 0, result.stdout + result.stderr
    assert "no issues" in result.stdout


def test_production_without_a_key_fails_them():
    result = deploy_check(HELIU_SECRET_KEY="")
    assert result.returncode != 0
    assert "heliu.E001" in result.stdout + result.stderr
