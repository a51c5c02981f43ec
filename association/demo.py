"""`make demo`: run the portal with its sample data and say how to look around in it."""

import os
import sys

from association.embedded.demo import run_demo
from association.embedded.launch import HOME
from association.front.demo_accounts import ACCOUNTS, DOMAIN

PASSWORD = "heliu-demo-2026"  # noqa: S105 published on purpose; the accounts exist in the demo only


def welcome() -> str:
    """Return what the terminal shows once the portal is ready; {address} is filled in later."""
    password = os.environ.get("HELIU_DEMO_PASSWORD") or PASSWORD
    accounts = "\n".join(
        f"    {f'{name}@{DOMAIN}':<28} {chinese}  {english}"
        for name, _organisation, _role, chinese, english in ACCOUNTS
    )
    return f"""
  Heliu (合流) runs at {{address}}   (in English: {{address}}en/)

  Sample accounts, password {password}:
{accounts}

  Mails are not sent: they are written to {HOME / "mails"}
  Logs are in {HOME / "logs"}

  Ctrl-C stops everything; the data stays for the next time.
"""


if __name__ == "__main__":
    sys.exit(run_demo(welcome()))
