"""Make .venv and install a locked list of packages: `python3 install.py requirements.txt`.

It runs under the system's Python before anything is installed, so it uses the standard library
only. What is installed already is told from a stamp, so the second run takes no time.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
VENV = PROJECT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)


class Failed(Exception):
    """The installation cannot go on; the message is one sentence for the person at the terminal."""


def main(name: str) -> None:
    """Install the packages of the file `name` of the project folder, if they are not yet."""
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        raise Failed(f"Python 3.11 or newer is needed; this is {found}.")
    began = time.monotonic()
    wanted = PROJECT / name
    stamp = VENV / f"installed-{wanted.stem}"
    fingerprint = f"{hashlib.sha256(wanted.read_bytes()).hexdigest()} {sys.version}"
    if works(PYTHON) and stamp.exists() and stamp.read_text() == fingerprint:
        return
    uv = ensure_uv()
    say(f"Installing the packages of {name} (a minute or so without a package cache) …")
    call([uv, "pip", "install", "--quiet", "--python", PYTHON, "--require-hashes", "-r", wanted])
    stamp.write_text(fingerprint)
    say(f"Packages installed in {time.monotonic() - began:.1f} s.")


def ensure_uv() -> str | Path:
    """Return a uv that works, after making the virtual environment with its help or pip's."""
    uv = next((found for found in (VENV / "bin" / "uv", shutil.which("uv")) if works(found)), None)
    if uv and works(PYTHON):
        return uv
    if uv:
        say("Making the virtual environment .venv …")
        call([uv, "venv", "--quiet", "--clear", "--python", sys.executable, VENV])
        return uv if works(uv) else ensure_uv()
    if not works(VENV / "bin" / "pip"):
        say("Making the virtual environment .venv …")
        call([sys.executable, "-m", "venv", "--clear", VENV])
    say("Installing uv, which installs the rest …")
    lock = PROJECT / "requirements-uv.txt"
    call([PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock])
    return VENV / "bin" / "uv"


def works(program: str | Path | None) -> bool:
    """Tell whether the program is there and runs: a moved interpreter leaves dead ones behind."""
    if program is None or not Path(program).exists():
        return False
    try:
        return subprocess.run([program, "--version"], capture_output=True).returncode == 0  # noqa: S603
    except OSError:
        return False


def call(command: list[str | Path]) -> None:
    """Run one step; its own words are shown only when it fails."""
    # A download of a whole interpreter is never what somebody who has Python wants.
    environment = {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    try:
        result = subprocess.run(  # noqa: S603
            command, env=environment, capture_output=True, text=True
        )
    except OSError as error:
        raise Failed(f"{command[0]} cannot be run: {error}.") from None
    if result.returncode:
        raise Failed(explain(result.stdout + result.stderr))


def explain(output: str) -> str:
    """Turn what a failed step said into one sentence."""
    if "ensurepip is not" in output:
        return "Python's venv module is incomplete: install the package python3-venv."
    if "No space left on device" in output:
        return f"The disk that holds {VENV} is full."
    last = " ".join(line.strip() for line in output.strip().splitlines()[-3:])
    return f"The packages cannot be installed: {last}"


def say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except (Failed, OSError) as error:
        sys.exit(str(error))
