"""manage.py create_hub: make the national hub and invite who looks after it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from wagtail.models import Site

from cms.models import SiteProfile
from sites.models import Membership
from sites.provisioning import LANGUAGES, CannotCreate, NewService, read_back
from sites.provisioning.hub import PREFIX, Administrator, create_hub


class Command(BaseCommand):
    help = "Make the national hub, before any service. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("host", help="its host name: visitors.example.org")
        parser.add_argument(
            "--administrator",
            required=True,
            metavar="EMAIL",
            help="who looks after the network first, and is invited",
        )
        parser.add_argument("--administrator-name", default="", help="their first name")
        parser.add_argument("--name-en", default="Independent Visitors")
        parser.add_argument("--name-cy", default="Ymwelwyr Annibynnol")
        parser.add_argument("--first-language", default="en", choices=LANGUAGES)
        parser.add_argument(
            "--port", type=int, default=443, help="under which it is reached: 443"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        new = NewService(
            kind=SiteProfile.Kind.HUB,
            hostname=options["host"].strip().lower(),
            port=options["port"],
            name_en=options["name_en"],
            name_cy=options["name_cy"],
            default_language=options["first_language"],
            reference_prefix=PREFIX,
        )
        administrator = Administrator(
            email=options["administrator"], first_name=options["administrator_name"]
        )
        try:
            site, made = create_hub(new, administrator=administrator)
        except CannotCreate as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write("The hub is made." if made else "The hub stood already.")
        self._tell(site, administrator.email)

    def _tell(self, site: Site, invited: str) -> None:
        """What was read back, and what to do now."""
        readback = read_back(site)
        for fact in readback.facts:
            mark = " " if fact.is_right else "!"
            self.stdout.write(f"{mark} {fact.label}: {fact.found}")
        if Membership.objects.filter(site=site, role="network_admin").exists():
            self.stdout.write("It has an administrator, who invites everybody else.")
        else:
            self.stdout.write(
                f"{invited} is invited: the worker sends the link, which works for a"
                " week. Run this command again for a new one."
            )
        if readback.wrong:
            raise CommandError("It is there, but not as it should be.")
