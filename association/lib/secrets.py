"""Secrets may be given as files, the way container platforms mount them."""

import os
from collections.abc import MutableMapping
from pathlib import Path


def read_secret_files(environ: MutableMapping[str, str] = os.environ) -> None:
    """For each NAME_FILE in the environment set NAME to the file's content, unless NAME is set.

    An empty value counts as none, since an example file lists names without values. Raises
    SystemExit with one sentence when such a file cannot be read: starting with an empty secret
    would be worse than not starting.
    """
    names = [key for key in environ if key.endswith("_FILE") and key.startswith(PREFIXES)]
    for key in names:
        name = key.removesuffix("_FILE")
        if environ.get(name) or not environ[key]:
            continue
        try:
            environ[name] = Path(environ[key]).read_text().strip()
        except OSError as error:
            raise SystemExit(f"{key} names a file that cannot be read: {error}.") from None


PREFIXES = ("HELIU_", "DATABASE_URL", "REDIS_URL")
