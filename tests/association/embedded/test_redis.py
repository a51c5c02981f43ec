"""The private Redis starts from whatever server the machine has, behind a private socket."""

import os
import signal

import kombu
import pytest
import redis

from association.embedded import redis as embedded
from association.embedded.processes import is_alive
from association.embedded.redis import Redis
from association.lib.broker import broker_url


@pytest.fixture
def server(folder):
    server = Redis(folder / "a folder" / "redis").start()
    yield server
    server.release()


def pid_of(server):
    return int(server.pid_file.read_text())


def test_serves_the_cache_and_the_queue_at_one_address(server):
    with redis.Redis.from_url(server.url) as cache:
        cache.set("name", "合流")
        assert cache.get("name").decode() == "合流"
    with kombu.Connection(broker_url(server.url)) as connection:
        queue = connection.SimpleQueue("work")
        queue.put("done")
        assert queue.get(timeout=5).payload == "done"
        queue.close()


def test_is_private_to_its_user(server):
    assert server.sockets.stat().st_mode & 0o077 == 0


def test_comes_back_when_it_is_killed(server, folder):
    old = pid_of(server)
    os.kill(old, signal.SIGKILL)

    again = Redis(server.folder).start()

    assert again.is_answering()
    assert pid_of(again) != old
    again.release()


def test_stops_with_its_last_user(server):
    second = Redis(server.folder).start()
    pid = pid_of(server)

    second.release()
    assert server.is_answering()
    server.release()

    assert not is_alive(pid, "redis")


def test_leaves_alone_a_process_that_was_given_its_old_number(server):
    server.release()
    server.pid_file.write_text(str(os.getpid()))

    again = Redis(server.folder).start()

    assert again.is_answering()
    again.release()


def test_falls_back_to_a_stand_in(folder, monkeypatch):
    monkeypatch.setattr(embedded, "find_program", lambda: None)
    server = Redis(folder / "redis").start()
    pid = pid_of(server)

    with redis.Redis.from_url(server.url) as client:
        assert client.set("name", "value")
    server.release()

    assert not is_alive(pid, "fake_redis")


def test_prefers_the_newest_kind_on_the_path_and_skips_old_servers(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    for name, version in (("valkey-server", "5.0.7"), ("redis-server", "7.2.4")):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\necho 'Redis server v={version} sha=0'\n")
        program.chmod(0o755)

    assert embedded.find_program() == tmp_path / "redis-server"
