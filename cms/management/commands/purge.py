"""Delete the records whose time is over, or say which they are."""

import datetime as dt
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.retention import NotAllPurged, dry_run, purge_due


class Command(BaseCommand):
    help = (
        "Delete the records whose time is over, as the job of every night does."
        " References are printed, no names."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="list what would go and change nothing",
        )
        parser.add_argument(
            "--on",
            type=dt.date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="with --dry-run: what would go by that day",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["on"] and not options["dry_run"]:
            raise CommandError("A purge is always of today: --on needs --dry-run.")
        try:
            found = list(dry_run(options["on"]) if options["dry_run"] else purge_due())
        except NotAllPurged as error:
            raise CommandError(str(error)) from None
        for judged in found:
            self.stdout.write(
                f"{judged.site.hostname}  {judged.name}  {judged.reference}"
                f"  {judged.until}"
            )
        said = "would be deleted" if options["dry_run"] else "deleted"
        self.stdout.write(f"{len(found)} {said}.")
