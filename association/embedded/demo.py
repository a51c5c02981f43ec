"""The whole portal as one foreground process: servers, web, Celery worker and beat.

Everything it starts is tied to it, so that neither Ctrl-C nor a kill -9 leaves a process behind
that holds the port.
"""

import errno
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from types import FrameType
from typing import IO

from association.embedded.answers import answers
from association.embedded.launch import HOME, PROJECT, missing, provide_servers
from association.embedded.processes import die_with_parent, wait_until
from association.embedded.reach import explain_unreachable
from association.embedded.server import CannotStart

ADDRESS = "127.0.0.1"
STOP_SECONDS = 10
READY_SECONDS = 90


class Stopped(Exception):
    """Somebody asked the demo to stop."""


class Demo:
    """One run of the portal from this folder, on one port."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.began = time.monotonic()
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self._lock: IO[str] | None = None

    def start(self) -> None:
        """Start everything and wait until it answers; raise CannotStart with one sentence."""
        self._claim_folder()
        self._check_port()
        self._provide_servers()
        self._prepare()
        self.say("Starting web, worker and beat …")
        for name, command in self._commands().items():
            self.processes[name] = self._spawn(name, command)
        if not wait_until(self._is_ready, READY_SECONDS):
            raise CannotStart(f"The portal did not become ready; see {HOME / 'logs'}.")

    def watch(self) -> None:
        """Wait until somebody stops the demo; raise CannotStart when one of its parts ends."""
        wait_until(self._has_lost_one, float("inf"), every=0.5)
        self._check_processes()

    def stop(self) -> None:
        """End all parts, asking first."""
        for process in self.processes.values():
            process.terminate()
        deadline = time.monotonic() + STOP_SECONDS
        for process in self.processes.values():
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def say(self, text: str) -> None:
        print(f"[{time.monotonic() - self.began:5.1f} s] {text}", flush=True)

    # The steps of a start

    def _claim_folder(self) -> None:
        HOME.mkdir(exist_ok=True)
        self._lock = (HOME / "demo.lock").open("a")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotStart("The demo is running from this folder already.") from None

    def _check_port(self) -> None:
        """Wait a moment for the remains of a killed run to let the port go."""
        reason = ""

        def is_free() -> bool:
            nonlocal reason
            reason = why_port_cannot_be_used(self.port)
            return not reason

        if not wait_until(is_free, 3):
            raise CannotStart(reason)

    def _provide_servers(self) -> None:
        reason = explain_unreachable(os.environ)
        if reason:
            raise CannotStart(reason)
        if missing(os.environ):
            self.say("Starting the built-in PostgreSQL and Redis …")
        provide_servers()

    def _prepare(self) -> None:
        """Run the preparing command and pass its lines on as they come."""
        command = [sys.executable, "manage.py", "prepare_demo"]
        with subprocess.Popen(  # noqa: S603
            command,
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=die_with_parent(),
        ) as process:
            for line in process.stdout or ():
                self.say(line.rstrip())
            trouble = process.stderr.read() if process.stderr else ""
        if process.returncode:
            log = HOME / "logs" / "prepare.log"
            log.parent.mkdir(exist_ok=True)
            log.write_text(trouble)
            last = trouble.strip().rpartition("\n")[2]
            raise CannotStart(f"The demo cannot be prepared: {last} (all of it is in {log})")

    def _commands(self) -> dict[str, list[str]]:
        celery = ["celery", "-A", "association.celery", "--quiet"]
        schedule = HOME / "beat-schedule"
        for remains in HOME.glob("beat-schedule*"):
            remains.unlink()
        return {
            "web": [
                *("gunicorn", "association.wsgi:application", "--bind", f"{ADDRESS}:{self.port}"),
                *("--worker-class", "gthread", "--workers", "2", "--threads", "4"),
                # The most it takes: what is longer than the portal allows is refused by the portal.
                *("--limit-request-line", "8190"),
                # Loaded once and forked: loading is what a start on two cores takes longest for.
                *("--preload", "--no-control-socket"),
            ],
            # Threads, so that the worker is one process and ends whole when it is killed.
            "worker": [*celery, "worker", "--pool", "threads", "--concurrency", "2", "-l", "INFO"],
            "beat": [*celery, "beat", "--schedule", str(schedule), "--pidfile", "", "-l", "INFO"],
        }

    def _spawn(self, name: str, command: list[str]) -> subprocess.Popen[bytes]:
        log = HOME / "logs" / f"{name}.log"
        log.parent.mkdir(exist_ok=True)
        with log.open("wb") as file:
            return subprocess.Popen(  # noqa: S603
                [sys.executable, "-m", *command],
                cwd=PROJECT,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
                start_new_session=True,  # Ctrl-C is for us; we then stop the parts in order
                preexec_fn=die_with_parent(),
            )

    # Questions

    def _is_ready(self) -> bool:
        self._check_processes()
        return answers(self.port, "/health/ready")

    def _has_lost_one(self) -> bool:
        return any(process.poll() is not None for process in self.processes.values())

    def _check_processes(self) -> None:
        for name, process in self.processes.items():
            if process.poll() is not None:
                raise CannotStart(f"The {name} process ended; see {HOME / 'logs' / name}.log.")


def why_port_cannot_be_used(port: int) -> str:
    """Return one sentence, or nothing when the port is free."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return f"Port {port} is in use: end what uses it, or choose another in HELIU_PORT."
            return f"Port {port} cannot be used: {error.strerror}; choose another in HELIU_PORT."
    return ""


def port_of(environ: dict[str, str]) -> int:
    """Return the port that HELIU_PORT names, 8000 by default."""
    text = environ.get("HELIU_PORT") or "8000"
    if not (text.isdecimal() and 0 < int(text) < 65536):
        raise CannotStart(f"HELIU_PORT must be a number from 1 to 65535, not {text!r}.")
    return int(text)


def run_demo(welcome: str) -> int:
    """Run the demo until it is stopped; return the exit code. `welcome` may name {address}."""

    def interrupt(signum: int, frame: FrameType | None) -> None:
        raise Stopped

    for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signum, interrupt)
    os.environ["HELIU_DEMO"] = "1"
    demo = None
    try:
        demo = Demo(port_of(dict(os.environ)))
        demo.start()
        demo.say("Ready.")
        print(welcome.format(address=f"http://localhost:{demo.port}/"), flush=True)
        demo.watch()
    except Stopped:
        print("\nStopping …", flush=True)
        return 0
    except (CannotStart, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(signum, signal.SIG_IGN)
        if demo:
            demo.stop()
    return 0
