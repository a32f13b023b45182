"""manage.py create_service: make a service, or many, from the register."""

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error as DatabaseError

from sites.models import Authority
from sites.provisioning import (
    CannotCreate,
    NewService,
    Outcome,
    State,
    create_service,
    next_steps,
)
from sites.provisioning.lists import COLUMNS, Entry, of_file, of_nation, of_slugs
from sites.provisioning.planning import Planned, plan
from sites.provisioning.progress import Progress

SAME = (
    *("host", "welsh_host", "english_host", "first_language"),
    *("manager", "manager_name"),
)
WORDS = {
    State.MADE: "made",
    State.MENDED: "it stood already; what newer services have was added",
    State.UNCHANGED: "it stood already; nothing was changed",
}
_columns = "\n".join(f"  {name:<15} {words}" for name, words in COLUMNS.items())


class Command(BaseCommand):
    help = "Make a service, or many, from the register. Safe to run again."

    def create_parser(self, *args: Any, **kwargs: Any) -> Any:
        return super().create_parser(
            *args,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            epilog=f"Columns of the CSV file, named in its first line:\n{_columns}",
            **kwargs,
        )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument(
            "authority", nargs="*", help="name in the register: gwynedd, devon"
        )
        parser.add_argument("--all-wales", action="store_true", help="all of Wales")
        parser.add_argument("--all-england", action="store_true", help="all of England")
        parser.add_argument("--csv", type=Path, metavar="FILE", help="one a line")
        parser.add_argument("--host", default="", help="host name; {slug} is filled in")
        parser.add_argument("--welsh-host", default="", help="leads to the Welsh pages")
        parser.add_argument("--english-host", default="", help="to the English pages")
        parser.add_argument("--first-language", default="", choices=["en", "cy"])
        parser.add_argument("--manager", default="", help="e-mail address to invite")
        parser.add_argument("--manager-name", default="", help="their first name")
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would be made, and stop"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not Authority.objects.exists():
            raise CommandError("The register is empty. Run: manage.py load_register")
        try:
            entries = list(_entries(options))
        except CannotCreate as refused:
            raise CommandError(str(refused)) from None
        if not entries:
            raise CommandError(
                "Say which: names of the register, --all-wales, --all-england or --csv."
            )
        failed = self._plan(entries) if options["dry_run"] else self._make(entries)
        if failed:
            raise CommandError(_failures(failed, len(entries)))

    def _plan(self, entries: list[Entry]) -> dict[str, str]:
        planned = plan(entries)
        for one in planned:
            self.stdout.write(f"{one.entry.name}: {_expected(one)}")
        self.stdout.write("A dry run: nothing was made.")
        return {x.entry.name: " ".join(x.reasons) for x in planned if x.reasons}

    def _make(self, entries: list[Entry]) -> dict[str, str]:
        failed: dict[str, str] = {}
        counts = dict.fromkeys(State, 0)
        progress = Progress(self.stdout, len(entries))
        for entry in entries:
            progress.begin(entry.name)
            try:
                outcome = _make(entry)
            except CannotCreate as refused:
                failed[entry.name] = str(refused)
                progress.end(f"NOT MADE. {refused}")
                continue
            counts[outcome.state] += 1
            progress.end(WORDS[outcome.state])
            if wrong := _wrong(outcome):
                failed[entry.name] = wrong
            if len(entries) == 1:
                self._tell(outcome)
        progress.close()
        self._sum_up(counts)
        return failed

    def _tell(self, outcome: Outcome) -> None:
        """All that was read back, and what to do now."""
        self.stdout.write("\nRead back from the database:")
        for fact in outcome.readback.facts:
            mark = " " if fact.is_right else "!"
            self.stdout.write(f"{mark} {fact.label}: {fact.found}")
        self.stdout.write("\nWhat to do now:")
        for number, step in enumerate(next_steps(outcome.site), start=1):
            self.stdout.write(f"{number}. {step.title}. {step.text}")
        self.stdout.write("")

    def _sum_up(self, counts: dict[State, int]) -> None:
        said = [
            f"{counts[State.MADE]} made",
            f"{counts[State.UNCHANGED]} stood already",
        ]
        if counts[State.MENDED]:
            said.append(f"{counts[State.MENDED]} brought up to date")
        self.stdout.write(f"Services: {', '.join(said)}.")


def _entries(options: dict[str, Any]) -> list[Entry]:
    same = {name: options[name] for name in SAME if options[name]}
    entries = of_slugs(options["authority"], **same)
    if options["all_wales"]:
        entries += of_nation(Authority.Nation.WALES, **same)
    if options["all_england"]:
        entries += of_nation(Authority.Nation.ENGLAND, **same)
    if options["csv"]:
        entries += of_file(Path(options["csv"]), **same)
    return entries


def _make(entry: Entry) -> Outcome:
    if entry.asked is None:
        raise CannotCreate(*entry.reasons)
    try:
        return create_service(entry.asked)
    except DatabaseError as error:
        # One service's trouble stops no other; what was begun of it is rolled back.
        raise CannotCreate(f"The database refused: {error}.") from error


def _wrong(outcome: Outcome) -> str:
    wrong = [f"{fact.label}: {fact.found}" for fact in outcome.readback.wrong]
    wrong += [f"a link leads nowhere: {link}" for link in sorted(outcome.dead_links)]
    return f"It is there, but not as it should be: {'; '.join(wrong)}." if wrong else ""


def _expected(planned: Planned) -> str:
    if planned.reasons:
        return f"CANNOT BE MADE. {' '.join(planned.reasons)}"
    if planned.site:
        return f"stands already, at {planned.site.hostname}"
    return _would_be(planned.new) if planned.new else ""


def _would_be(new: NewService) -> str:
    others = "".join(f", {host}" for host in new.aliases)
    return (
        f"would be made at {new.hostname}{others}: {new.name_en} / {new.name_cy},"
        f" {new.default_language} first, references {new.reference_prefix}"
    )


def _failures(failed: dict[str, str], total: int) -> str:
    lines = [f"  {name}: {why}" for name, why in failed.items()]
    return "\n".join([f"{len(failed)} of {total} did not go well:", *lines])
