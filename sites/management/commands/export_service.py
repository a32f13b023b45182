"""manage.py export_service: write a whole service to files anyone can read."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from sites.leaving import write_archive
from sites.management.services import service_at


class Command(BaseCommand):
    help = (
        "Write a service's pages, pictures, documents and rows to a folder that can be"
        " read without this software. People's records stand in it in plain words."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("service", help="its host name")
        parser.add_argument("--to", type=Path, metavar="FOLDER", help="write below it")
        parser.add_argument(
            "--by", required=True, help="who asked for it; kept in the manifest"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        site = service_at(options["service"])
        try:
            folder = write_archive(
                site, to=options["to"], by=options["by"], tell=self.stdout.write
            )
        except OSError as error:
            raise CommandError(f"Could not write the archive: {error}") from error
        self.stdout.write(f"{folder} is complete. It holds people's records: guard it.")
