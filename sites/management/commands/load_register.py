"""manage.py load_register: fill or correct the register of local authorities."""

from typing import Any

from django.core.management.base import BaseCommand

from sites.register import load_register


class Command(BaseCommand):
    help = "Fill or correct the register of local authorities. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{load_register()} local authorities are in the register.")
