"""manage.py delete_service: remove a service whole, with proof."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from sites.leaving import Refused, belongings, remove_service
from sites.leaving.certificate import certificate_text
from sites.leaving.refusing import reasons_to_refuse
from sites.leaving.removal import finish
from sites.management.services import service_at
from sites.models import RemovalCertificate


class Command(BaseCommand):
    help = (
        "Remove everything of a service after export_service, and print a certificate."
        " With --finish, remove the files that an interrupted run left."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("service", nargs="?", help="its host name")
        parser.add_argument("--archive", type=Path, metavar="FOLDER")
        parser.add_argument("--by", default="", help="who removes it")
        parser.add_argument("--dry-run", action="store_true")
        parser.add_argument("--finish", action="store_true")
        parser.add_argument(
            "--destroy-records",
            default="",
            metavar="WHY",
            help="where people's records were filed, by whom and when",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["finish"]:
            self._finish()
            return
        if not options["service"]:
            raise CommandError("Say which service, by its host name.")
        site = service_at(options["service"])
        if options["dry_run"]:
            self._say(site, options["destroy_records"])
            return
        if not (options["archive"] and options["by"].strip()):
            raise CommandError("Give --archive (see export_service) and --by.")
        try:
            certificate = remove_service(
                site,
                archive=options["archive"],
                by=options["by"],
                destroy_records=options["destroy_records"],
                tell=self.stdout.write,
            )
        except Refused as refusal:
            raise CommandError(_refusal(refusal.reasons)) from None
        self.stdout.write(certificate_text(certificate))

    def _say(self, site: Any, destroy_records: str) -> None:
        owned = belongings(site)
        self.stdout.write(f"Removing {site.hostname} would remove:")
        for table, count in owned.counts().items():
            self.stdout.write(f"{count:>8}  {table}")
        self.stdout.write(f"{len(owned.files):>8}  files")
        for reason in reasons_to_refuse(owned, destroy_records=destroy_records):
            self.stdout.write(f"Not yet: {reason}")
        self.stdout.write("Nothing was changed.")

    def _finish(self) -> None:
        for certificate in RemovalCertificate.objects.filter(finished_at=None):
            finish(certificate, tell=self.stdout.write)
            self.stdout.write(certificate_text(certificate))


def _refusal(reasons: list[str]) -> str:
    lines = ["Not removed, and nothing was changed, because:"]
    return "\n".join([*lines, *[f"- {reason}" for reason in reasons]])
