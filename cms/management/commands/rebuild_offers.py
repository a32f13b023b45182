"""Write every offer to the hub anew from the pages it stands for."""

from typing import Any

from django.core.management.base import BaseCommand

from cms.offers import rebuild


class Command(BaseCommand):
    """`manage.py rebuild_offers`."""

    help = "Write every offer to the hub anew from the pages it stands for."

    def handle(self, *args: Any, **options: Any) -> None:
        count = rebuild()
        self.stdout.write(f"{count} offers")
