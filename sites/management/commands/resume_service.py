"""manage.py resume_service: open the public side of a suspended service again."""

from typing import Any

from django.core.management.base import BaseCommand

from cms.suspension import resume
from sites.management.services import service_at


class Command(BaseCommand):
    help = "Open the public side of a suspended service again, as it was."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("hostname", help="a host name of the service")

    def handle(self, *args: Any, **options: Any) -> None:
        site = service_at(options["hostname"])
        done = resume(site=site)
        state = "is open again" if done else "was not suspended"
        self.stdout.write(f"{site.site_name} {state}.")
