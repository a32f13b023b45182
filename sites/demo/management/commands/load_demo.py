"""Load the demo's sites, people and content; safe to run again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from sites.demo.loading import load_demo


class Command(BaseCommand):
    """`manage.py load_demo --port 8000`."""

    help = "Load the demo's sites, people and content; safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        load_demo(
            port=options["port"], report=lambda line: self.stdout.write(f"  {line}")
        )
