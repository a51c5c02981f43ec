"""What PostgreSQL and Redis have in common: one server per folder, shared by many processes.

Every process that uses the server holds a shared lock on a lease file. The kernel frees it even
after a kill -9, so the last one out can tell that it is the last and stop the server.
"""

import atexit
import fcntl
import os
import shutil
import signal
import string
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from association.embedded.processes import die_with_parent, end, is_alive, wait_until

# A socket's path may have 104 bytes on some systems; the rest is room for the socket's name.
LONGEST_FOLDER = 80
PLAIN = frozenset(string.ascii_letters + string.digits + "/_.-")
NEEDED_BYTES = 150 * 1024 * 1024


class CannotStart(Exception):
    """A server cannot be had; the message is one sentence for the person at the terminal."""


class Server:
    """A server in a folder of its own: started by the first who needs it, stopped by the last."""

    name = "server"
    stop_signal = signal.SIGTERM

    def __init__(self, folder: Path, *, throwaway: bool = False) -> None:
        """Keep everything in `folder`; a throwaway server trades safety of data for speed and
        ends with the process that started it."""
        self.folder = folder.absolute()
        self.throwaway = throwaway
        self._lease: IO[str] | None = None
        self._owner = 0
        self._process: subprocess.Popen[bytes] | None = None

    # What each kind of server says for itself

    @property
    def pid_file(self) -> Path:
        """The file whose first line is the server's process id, written by the server."""
        raise NotImplementedError

    @property
    def url(self) -> str:
        """The address to export to the environment; valid once the server has started."""
        raise NotImplementedError

    @property
    def needle(self) -> str:
        """The part of the server's command line that tells it from all other processes."""
        return str(self.folder)

    def is_answering(self) -> bool:
        """Ask the server over its socket."""
        raise NotImplementedError

    def settle(self) -> None:
        """Find the programs and the folder, before anything is locked or started."""

    def prepare(self) -> None:
        """Make the folder fit for a first or next start."""
        raise NotImplementedError

    def spawn(self) -> subprocess.Popen[bytes]:
        """Start the server's process."""
        raise NotImplementedError

    # The life of a server

    @property
    def sockets(self) -> Path:
        """The folder of the socket, private to this user and short enough for a socket."""
        return (self.folder / "run").resolve()

    @property
    def log(self) -> Path:
        return self.folder / "log"

    def start(self, seconds: float = 60) -> "Server":
        """Join the running server or start one; raise CannotStart with one sentence."""
        try:
            self.settle()
            self.folder.mkdir(parents=True, exist_ok=True)
            self._owner = os.getpid()
            self._lease = (self.folder / ".lease").open("a")
            with self._locked():
                fcntl.flock(self._lease, fcntl.LOCK_SH)
                # One that is alive but silent may be recovering from a crash: give it a moment.
                if not (self._is_running() and wait_until(self.is_answering, 5)):
                    self._boot(seconds)
        except (OSError, CannotStart) as error:
            self.release()
            if isinstance(error, CannotStart):
                raise
            raise CannotStart(f"{self.name} cannot start: {error}.") from error
        atexit.register(self.release)
        return self

    def release(self) -> None:
        """Give the server up; the last one to do so stops it."""
        lease, self._lease = self._lease, None
        if lease is None or os.getpid() != self._owner:
            return  # a forked child keeps its parent's lease
        with lease, suppress(FileNotFoundError), self._locked():
            try:
                fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return  # somebody else still uses it
            self._stop()

    def _stop(self) -> None:
        pid = self._pid()
        if pid:
            end(pid, self.needle, self.stop_signal)
        if self._process:
            self._process.wait()
        shutil.rmtree(self.sockets, ignore_errors=True)

    def _boot(self, seconds: float) -> None:
        """Start and wait until it answers, once more when remains of a dead server held it up."""
        self._check_space()
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            self._retire()
            self._renew_sockets()
            self.prepare()
            self._process = process = self.spawn()

            def is_settled(process: subprocess.Popen[bytes] = process) -> bool:
                return process.poll() is not None or self.is_answering()

            if wait_until(is_settled, deadline - time.monotonic()) and process.poll() is None:
                return
            self._explain_if_hopeless()
            time.sleep(0.2)
        raise CannotStart(f"{self.name} did not start in {seconds:.0f} s; see {self.log}.")

    def _retire(self) -> None:
        """End a former server that no longer answers, and take away the pid file it left."""
        pid = self._pid()
        if pid:
            end(pid, self.needle, signal.SIGQUIT)
        self.pid_file.unlink(missing_ok=True)

    def _renew_sockets(self) -> None:
        """Give each start a new socket folder: a dying server that removes its own socket by
        name must not take away that of the next."""
        link = self.folder / "run"
        if link.is_symlink():
            shutil.rmtree(link.resolve(), ignore_errors=True)
            link.unlink()
        is_fit = len(os.fsencode(self.folder)) <= LONGEST_FOLDER and PLAIN.issuperset(
            str(self.folder)
        )
        parent = self.folder if is_fit else Path(tempfile.gettempdir())
        link.symlink_to(tempfile.mkdtemp(prefix="heliu-", dir=parent))

    def _popen(self, command: list[str | Path], **options: object) -> subprocess.Popen[bytes]:
        """Start a process that outlives us, or with us when it is a throwaway server."""
        tie = die_with_parent(signal.SIGQUIT) if self.throwaway else None
        with self.log.open("ab") as log:
            return subprocess.Popen(  # type: ignore[call-overload, no-any-return]  # noqa: S603
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                cwd="/",
                preexec_fn=tie,
                **options,
            )

    def _explain_if_hopeless(self) -> None:
        """Raise when the log's end names a reason that another try cannot mend."""
        tail = self.log.read_text(errors="replace")[-2000:] if self.log.exists() else ""
        if "No space left on device" in tail:
            raise CannotStart(
                f"{self.name} cannot start: the disk that holds {self.folder} is full."
            )

    def _check_space(self) -> None:
        free = shutil.disk_usage(self.folder).free
        if free < NEEDED_BYTES:
            raise CannotStart(
                f"{self.name} cannot start: the disk of {self.folder} has "
                f"{free // 2**20} MiB free, and at least {NEEDED_BYTES // 2**20} MiB are needed."
            )

    def _pid(self) -> int | None:
        with suppress(OSError, ValueError, IndexError):
            return int(self.pid_file.read_text().split()[0])
        return None

    def _is_running(self) -> bool:
        pid = self._pid()
        return pid is not None and is_alive(pid, self.needle)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with (self.folder / ".lock").open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
