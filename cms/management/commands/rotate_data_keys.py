"""Seal every encrypted value with the active key; old keys can then be dropped."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cms.privacy.rotation import rotate
from cms.retirement import missing_labels
from cms.retirement.tables import count_rows, holds_people, tables_of


class Command(BaseCommand):
    help = "Re-encrypt personal data with the first key of DATA_KEYS."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--batch-size", type=int, default=200)

    def handle(self, *args: Any, **options: Any) -> None:
        for label, changed in rotate(batch_size=options["batch_size"]):
            self.stdout.write(f"{label}: {changed}")
        for label in missing_labels():
            self._warn(label)

    def _warn(self, label: str) -> None:
        for table in filter(holds_people, tables_of(label)):
            if count := count_rows(table):
                self.stderr.write(
                    f"{table}: {count} rows were not re-encrypted, for the plugin"
                    f" “{label}” is not installed. Keep the old keys until it is back"
                    " or retired."
                )
