"""manage.py suspend_service: close the public side of a service for a time."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.suspension import CannotSuspend, suspend
from sites.management.services import service_at


class Command(BaseCommand):
    help = "Close the public side of a service for a time. Nothing is lost."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("hostname", help="a host name of the service")
        parser.add_argument("--reason", required=True, help="for the log and its staff")
        parser.add_argument("--message-en", default="", help="for visitors, in English")
        parser.add_argument("--message-cy", default="", help="for visitors, in Welsh")

    def handle(self, *args: Any, **options: Any) -> None:
        site = service_at(options["hostname"])
        try:
            suspend(
                site=site,
                reason=options["reason"],
                message_en=options["message_en"],
                message_cy=options["message_cy"],
            )
        except CannotSuspend as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(
            f"{site.site_name} is suspended. To open it again:"
            f" manage.py resume_service {site.hostname}"
        )
