"""manage.py open_archive: make of a sealed archive the folder that is handed over."""

from pathlib import Path
from tarfile import TarError
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.privacy import CannotDecrypt
from sites.leaving import open_archive


class Command(BaseCommand):
    help = (
        "Open a file of export_service and write it out as a folder that needs no"
        " software of ours. People's records stand in it in plain words."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("archive", type=Path, metavar="FILE")
        parser.add_argument("--to", type=Path, metavar="FOLDER", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            folder = open_archive(options["archive"], options["to"])
        except (OSError, CannotDecrypt, TarError) as error:
            raise CommandError(f"Could not open the archive: {error}") from error
        self.stdout.write(f"{folder} is complete. It holds people's records: guard it.")
