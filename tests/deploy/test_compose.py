"""docker-compose.yml describes a site that starts in order, safely, without secrets in it."""

import re

import pytest
import yaml

from association.embedded.launch import PROJECT

TEXT = (PROJECT / "docker-compose.yml").read_text()
COMPOSE = yaml.safe_load(TEXT)
SERVICES = COMPOSE["services"]
OURS = ("migrate", "web", "worker", "beat")
ONE_SHOT = {"migrate"}


def test_all_parts_of_a_site_are_there():
    assert set(SERVICES) == {"postgres", "redis", "migrate", "web", "worker", "beat", "proxy"}


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_runs_as_an_ordinary_user(name):
    user = SERVICES[name]["user"].partition(":")[0]

    assert user.isdecimal()
    assert int(user) > 0
    assert "no-new-privileges:true" in SERVICES[name]["security_opt"]
    assert not SERVICES[name].get("privileged")


@pytest.mark.parametrize("name", sorted(set(SERVICES) - ONE_SHOT))
def test_a_service_that_stays_tells_its_health_and_comes_back(name):
    image_has_check = name == "web" and "HEALTHCHECK" in (PROJECT / "Dockerfile").read_text()

    assert image_has_check or SERVICES[name]["healthcheck"]["test"]
    assert SERVICES[name]["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_a_process_waits_for_the_migrations(name):
    waits = SERVICES[name]["depends_on"]

    assert waits["migrate"]["condition"] == "service_completed_successfully"
    assert waits["postgres"]["condition"] == "service_healthy"
    assert SERVICES["migrate"]["restart"] == "no"


def test_only_the_proxy_is_reached_and_only_from_this_machine():
    ports = [port for service in SERVICES.values() for port in service.get("ports", [])]

    assert ports == SERVICES["proxy"]["ports"]
    assert all(port.startswith("127.0.0.1:") for port in ports)
    assert COMPOSE["networks"]["inside"]["internal"] is True
    assert SERVICES["postgres"]["networks"] == SERVICES["redis"]["networks"] == ["inside"]
    assert "inside" not in SERVICES["proxy"]["networks"]


def test_no_secret_stands_in_the_file():
    secrets = re.findall(r"^ +\w*(?:PASSWORD|SECRET_KEY): *(\S+)", TEXT, re.MULTILINE)

    assert secrets
    assert all(re.match(r"\$\{\w+:\?", value) for value in secrets)


@pytest.mark.parametrize("name", OURS)
def test_our_processes_may_write_nowhere_but_where_they_must(name):
    assert SERVICES[name]["read_only"] is True
    assert SERVICES[name]["cap_drop"] == ["ALL"]


def test_every_name_that_is_used_is_defined():
    for service in SERVICES.values():
        assert set(service["networks"]) <= set(COMPOSE["networks"])
        assert set(service.get("depends_on", {})) <= set(SERVICES)
        named = [volume.partition(":")[0] for volume in service.get("volumes", [])]
        assert {name for name in named if "/" not in name} <= set(COMPOSE["volumes"])
        mounted = [PROJECT / name for name in named if "/" in name]
        assert all(path.exists() for path in mounted)


def test_the_image_is_built_by_hash_and_runs_as_an_ordinary_user():
    lines = (PROJECT / "Dockerfile").read_text().splitlines()
    final = lines[max(n for n, line in enumerate(lines) if line.startswith("FROM")) :]

    assert any("--require-hashes" in line for line in lines)
    assert "USER 10001:10001" in final
    assert any(line.startswith("HEALTHCHECK") for line in final)


def test_everything_the_image_copies_is_sent_to_the_build():
    copied = re.findall(r"^COPY ([\w./-]+) ", (PROJECT / "Dockerfile").read_text(), re.MULTILINE)
    sent = (PROJECT / ".dockerignore").read_text().splitlines()

    assert copied
    assert [path for path in copied if f"!{path}" not in sent] == []
    assert [path for path in copied if not (PROJECT / path).exists()] == []


def test_both_proxies_of_the_site_are_counted():
    """The endpoint that ends TLS and nginx; one too few would give all visitors one limit."""
    example = (PROJECT / ".env.example").read_text()

    assert SERVICES["web"]["environment"]["HELIU_PROXY_COUNT"] == "${HELIU_PROXY_COUNT:-2}"
    assert "\nHELIU_PROXY_COUNT=2\n" in example


def test_the_proxy_logs_no_paths():
    conf = (PROJECT / "deploy" / "nginx.conf").read_text()
    lines = [line.strip() for line in conf.splitlines()]

    assert lines.index("access_log off;") < lines.index("location = /proxy-is-up {")
    assert "error_log stderr crit;" in lines
