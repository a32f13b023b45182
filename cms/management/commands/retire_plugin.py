"""Remove for good what a plugin left in the database, after writing it to files."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.activation import CannotSwitch
from cms.plugins import installed_plugins
from cms.retirement.plan import Plan, Refused, plan_of
from cms.retirement.removal import retire


class Command(BaseCommand):
    help = (
        "Export, then remove a plugin's pages, rows, tables, types and permissions,"
        " before its package is uninstalled, which is the better order, or after."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("label", help="the plugin's label")
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="list what would go and change nothing",
        )
        parser.add_argument(
            "--to",
            type=Path,
            metavar="FOLDER",
            help="write the export below this folder instead of var/retired",
        )
        parser.add_argument(
            "--switch-off",
            action="store_true",
            help="switch the plugin off wherever it is on, first",
        )
        parser.add_argument(
            "--destroy-records",
            default="",
            metavar="WHY",
            help="remove people's records too; why that may be done is kept in the log",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        label = options["label"]
        try:
            if options["dry_run"]:
                self._say(plan_of(label, switching_off=options["switch_off"]))
                return
            done = retire(
                label=label,
                to=options["to"],
                switch_off=options["switch_off"],
                destroy_records=options["destroy_records"],
                tell=self.stdout.write,
            )
        except Refused as refusal:
            raise CommandError(_refusal(refusal)) from None
        except CannotSwitch as refusal:
            raise CommandError(str(refusal)) from None
        removed = sum(done.plan.counts().values())
        self.stdout.write(f"Retired “{label}”: {removed} rows removed.")
        if label in installed_plugins():
            self.stdout.write(
                "Its package is still installed: uninstall it now and restart every"
                " process. Until then pages cannot be deleted."
            )

    def _say(self, plan: Plan) -> None:
        self.stdout.write(f"Retiring “{plan.label}” would remove:")
        for table, count in plan.counts().items():
            whole = " (the whole table)" if table in plan.tables else ""
            self.stdout.write(f"{count:>8}  {table}{whole}")
        for reason in plan.precious:
            self.stdout.write(f"Only with --destroy-records: {reason}")
        self.stdout.write("Nothing was changed.")


def _refusal(refusal: Refused) -> str:
    return "\n".join(
        [
            "Not retired, and nothing was changed, because:",
            *[f"- {reason}" for reason in refusal.reasons],
        ]
    )
