"""Keep the texts of the page files as national texts; run after every release."""

from typing import Any

from django.core.management.base import BaseCommand

from cms.national import load_national_texts


class Command(BaseCommand):
    """`manage.py load_national_texts`."""

    help = "Keeps the page files' texts; says how many changed. Pages stay as they are."

    def handle(self, *args: Any, **options: Any) -> None:
        changed = load_national_texts()
        self.stdout.write(f"{changed} national texts are new or changed.")
