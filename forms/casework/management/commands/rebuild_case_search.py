"""Make the inboxes searchable anew."""

from typing import Any

from django.core.management.base import BaseCommand

from forms.casework.searching import rebuild


class Command(BaseCommand):
    """`manage.py rebuild_case_search`."""

    help = "Mark every case anew that the search of its inbox would not find."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{rebuild()} cases")
