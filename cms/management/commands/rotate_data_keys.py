"""Seal every encrypted value with the active key; old keys can then be dropped."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cms.privacy.rotation import rotate


class Command(BaseCommand):
    help = "Re-encrypt personal data with the first key of DATA_KEYS."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--batch-size", type=int, default=200)

    def handle(self, *args: Any, **options: Any) -> None:
        for label, changed in rotate(batch_size=options["batch_size"]):
            self.stdout.write(f"{label}: {changed}")
