"""`make demo`: run the portal with its sample data and say how to look around in it."""

import os
import sys

from association.embedded.demo import run_demo
from association.embedded.launch import HOME
from association.front.demo_accounts import ACCOUNTS, DEFAULT_PASSWORD, PASSWORD_VARIABLE


def welcome() -> str:
    """Return what the terminal shows once the portal is ready; {address} is filled in later."""
    password = os.environ.get(PASSWORD_VARIABLE) or DEFAULT_PASSWORD
    accounts = "\n".join(
        f"    {account.email:<28} {account.label_zh}  {account.label_en}" for account in ACCOUNTS
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
