"""manage.py rename_service: call a service otherwise, everywhere at once."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sites.management.services import service_at
from sites.models import Authority, Service
from sites.renaming import CannotRename, Renaming, pages_that_say, plan, rename


class Command(BaseCommand):
    help = "Rename a service: its names, host, place in the tree and in the register."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("hostname", help="a host name the service has now")
        parser.add_argument("--name-en", default="", help="its name in English")
        parser.add_argument("--name-cy", default="", help="its name in Welsh")
        parser.add_argument("--host", default="", help="its new host name")
        parser.add_argument("--slug", default="", help="its name in the page tree")
        parser.add_argument(
            "--authority", default="", help="the successor's name in the register"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change, and stop"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        site = service_at(options["hostname"])
        renaming = Renaming(
            site=site,
            name_en=options["name_en"],
            name_cy=options["name_cy"],
            hostname=options["host"],
            slug=options["slug"],
            successor=_authority(options["authority"]),
        )
        service = Service.objects.get(site=site)
        old = [service.name_en, service.name_cy]
        try:
            changes = plan(renaming) if options["dry_run"] else rename(renaming)
        except CannotRename as refused:
            raise CommandError(str(refused)) from None
        for change in changes:
            self.stdout.write(f"{change.what}: {change.before} → {change.after}")
        if options["dry_run"] or not changes:
            self.stdout.write("nothing was changed")
        for page in pages_that_say(site, old):
            self.stdout.write(f"By hand: {page.title} ({page.locale.language_code})")


def _authority(slug: str) -> Authority | None:
    if not slug:
        return None
    found = Authority.objects.filter(slug=slug).first()
    if found is None:
        raise CommandError(f"The register has no authority called {slug}.")
    return found
