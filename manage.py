#!/usr/bin/env python
"""Run Django's management commands; the embedded demo settings are the default."""

import os
import sys

from django.core.management import CommandError, execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.demo")
    try:
        execute_from_command_line(sys.argv)
    except CommandError as error:
        # A plugin that cannot load: Django prints only what commands themselves raise.
        if "--traceback" in sys.argv:
            raise
        sys.exit(f"{type(error).__name__}: {error}")
