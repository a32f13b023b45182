"""manage.py export_service: write a whole service to files anyone can read."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from sites.leaving import seal_archive, write_archive
from sites.management.services import service_at


class Command(BaseCommand):
    help = (
        "Write a service's pages, pictures, documents and rows to one sealed file, of"
        " which open_archive makes a folder. With --plain, write that folder: people's"
        " records stand in it in plain words."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("service", help="its host name")
        parser.add_argument("--to", type=Path, metavar="FOLDER", help="write below it")
        parser.add_argument(
            "--by", required=True, help="who asked for it; kept in manifest and log"
        )
        parser.add_argument(
            "--plain", action="store_true", help="a folder to read, not a sealed file"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        site = service_at(options["service"])
        write = write_archive if options["plain"] else seal_archive
        try:
            archive = write(
                site, to=options["to"], by=options["by"], tell=self.stdout.write
            )
        except OSError as error:
            raise CommandError(f"Could not write the archive: {error}") from error
        guarded = "It holds people's records: guard it."
        sealed = "It opens with this installation's DATA_KEYS, by open_archive."
        self.stdout.write(
            f"{archive} is complete. {guarded if options['plain'] else sealed}"
        )
