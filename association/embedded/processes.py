"""Questions about processes and folders that the kernel answers, the same on every start."""

import ctypes
import os
import pwd
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

PR_SET_PDEATHSIG = 1


def is_alive(pid: int, needle: str) -> bool:
    """Tell whether pid is a live process whose command line holds needle.

    A zombie is not alive, and a pid that the kernel gave to somebody else is not ours: that is
    why the command line is asked for and not the number alone.
    """
    if not Path("/proc/self").exists():
        return _is_alive_by_ps(pid, needle)
    try:
        if "\nState:\tZ" in Path(f"/proc/{pid}/status").read_text():
            return False
        return needle in Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        return False


def _is_alive_by_ps(pid: int, needle: str) -> bool:
    answer = run(["ps", "-o", "stat=,command=", "-p", str(pid)]).stdout
    return bool(answer) and not answer.startswith("Z") and needle in answer


def wait_until(predicate: Callable[[], bool], seconds: float, every: float = 0.02) -> bool:
    """Poll the predicate; False when it did not come true in that many seconds."""
    end = time.monotonic() + seconds
    while not predicate():
        if time.monotonic() > end:
            return False
        time.sleep(every)
    return True


def end(pid: int, needle: str, first: signal.Signals, seconds: float = 30) -> None:
    """Ask our process pid to go with the signal `first`; kill it when it has not gone in time."""
    for signum in (first, signal.SIGKILL):
        if not is_alive(pid, needle):
            return
        with suppress(ProcessLookupError):
            os.kill(pid, signum)
        if wait_until(lambda: not is_alive(pid, needle), seconds):
            return


def run(command: list[str | Path], **options: object) -> subprocess.CompletedProcess[str]:
    """Run one of our own fixed commands to its end, with its output captured as text."""
    return subprocess.run(  # type: ignore[call-overload, no-any-return]  # noqa: S603
        command, capture_output=True, text=True, check=False, **options
    )


def die_with_parent(signum: signal.Signals = signal.SIGKILL) -> Callable[[], None] | None:
    """Return a preexec function: the kernel ends the child when this process dies (Linux only)."""
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)
    parent = os.getpid()

    def tie() -> None:
        libc.prctl(PR_SET_PDEATHSIG, int(signum))
        if os.getppid() != parent:
            os._exit(1)  # the parent died before the tie held

    return tie


def may_reach(path: Path, uid: int) -> bool:
    """Tell whether this uid may walk down through every folder above path."""

    def is_open(folder: Path) -> bool:
        status = folder.stat()
        bit = stat.S_IXUSR if status.st_uid == uid else stat.S_IXOTH
        return bool(status.st_mode & bit)

    return all(is_open(folder) for folder in path.resolve().parents if folder.exists())


def service_account() -> pwd.struct_passwd | None:
    """Return the account servers run under when we are root, None for an ordinary user.

    PostgreSQL refuses to run as root, so root drops to an account every system has.
    """
    if os.getuid() != 0:
        return None
    accounts = {entry.pw_name: entry for entry in pwd.getpwall()}
    return accounts.get("postgres") or accounts["nobody"]
