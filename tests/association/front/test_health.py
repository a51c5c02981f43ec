"""What load balancers are told."""

import pytest
from django.core.cache import cache
from django.db import OperationalError
from redis.exceptions import ConnectionError as RedisDown

from association.front import health


@pytest.mark.parametrize("path", ["/health/live", "/health/live/"])
def test_live_answers_without_any_server(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response.json() == {"status": "ok"}
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/health/ready", "/health/ready/"])
def test_ready_names_each_part(db, client, path):
    parts = {"database": "ok", "migrations": "ok", "redis": "ok"}
    assert client.get(path).json() == {"status": "ok", "parts": parts}


def test_without_redis_the_portal_is_degraded_but_serves(db, client, monkeypatch):
    monkeypatch.setattr(cache, "get", refuse(RedisDown("redis://:secret@host is gone")))
    response = client.get("/health/ready")
    assert response.status_code == 200
    assert response.json()["status"] == "degraded"
    assert response.json()["parts"]["redis"] == "down"
    assert b"secret" not in response.content


def test_without_the_database_the_portal_is_not_ready(db, client, monkeypatch):
    monkeypatch.setattr(health, "ask_database", refuse(OperationalError("password=secret")))
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["parts"]["database"] == "down"
    assert response.headers["Retry-After"] == "5"
    assert b"secret" not in response.content


def test_with_migrations_to_apply_the_portal_is_not_ready(db, client, monkeypatch):
    monkeypatch.setattr(health.MigrationExecutor, "migration_plan", lambda *_args: ["one"])
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["parts"]["migrations"] == "behind"


def test_health_is_not_redirected_to_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/health/live").status_code == 200


def test_health_is_asked_for_by_address(db, client):
    assert client.get("/health/live", headers={"host": "10.0.0.7:8000"}).status_code == 200
    assert client.get("/health/ready/", headers={"host": "10.0.0.7:8000"}).status_code == 200


def test_health_is_only_read(client):
    assert client.post("/health/live").status_code == 405


def refuse(error):
    def fail(*_args, **_options):
        raise error

    return fail
