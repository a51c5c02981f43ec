#!/usr/bin/env python
"""The command line of the portal; it starts the built-in servers when none are named."""

import os
import sys

from django.core.management import execute_from_command_line

from association.embedded.launch import provide_for_command

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "association.settings")
    provide_for_command(sys.argv)
    execute_from_command_line(sys.argv)
