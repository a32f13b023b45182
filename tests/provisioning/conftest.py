"""A register, and commands whose output is read."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from sites.register import load_register


@pytest.fixture
def register(db):
    load_register()


@pytest.fixture
def create(register):
    """Run the command: what it printed, and why it failed if it did."""

    def run(*args, **options):
        out = StringIO()
        try:
            call_command("create_service", *args, stdout=out, **options)
        except CommandError as error:
            return out.getvalue(), str(error)
        return out.getvalue(), ""

    return run
