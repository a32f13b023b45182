"""Seal every encrypted value with the active key; old keys can then be dropped."""

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.privacy.keyring import keyring
from cms.privacy.rotation import elsewhere, encrypted_models, rotate
from cms.privacy.stored_keys import NOT_SEALED, count_by_key
from cms.retirement import missing_labels
from cms.retirement.tables import count_rows, holds_people, tables_of

MOST_NAMED = 20


class Command(BaseCommand):
    help = (
        "Re-encrypt personal data with the first key of DATA_KEYS. May be stopped at"
        " any time: the next run goes on with what is left."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--batch-size", type=int, default=200)
        parser.add_argument(
            "--report",
            action="store_true",
            help="Only say which key seals how many rows; change nothing.",
        )
        parser.add_argument(
            "--data-keys-only",
            action="store_true",
            help="Leave the indexes alone: INDEX_KEY is the same as before.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["report"]:
            self._report()
        else:
            self._rotate(options["batch_size"], indexes=not options["data_keys_only"])

    def _rotate(self, batch_size: int, *, indexes: bool) -> None:
        failed: dict[str, list[str]] = {}
        for progress in rotate(batch_size=batch_size, indexes=indexes):
            if progress.done or not progress.total:
                self.stdout.write(
                    f"{progress.label}: {progress.done} of {progress.total}"
                )
            failed[progress.label] = progress.failed
        self._warn_of_missing_plugins()
        rows = dict.fromkeys(row for some in failed.values() for row in some)
        if rows:
            raise CommandError(_named([*rows]))

    def _report(self) -> None:
        sums: Counter[str] = Counter()
        for label, found in _counts():
            sums.update(found)
            self.stdout.write(f"{label}: {_listed(found)}")
        self.stdout.write(f"All together: {_listed(sums)}")
        for key_id in keyring().ciphers:
            if key_id != keyring().active_id and not sums[key_id]:
                self.stdout.write(f"The key {key_id} seals nothing here any more.")
        self._warn_of_missing_plugins()

    def _warn_of_missing_plugins(self) -> None:
        for label in missing_labels():
            for table in filter(holds_people, tables_of(label)):
                if count := count_rows(table):
                    self.stderr.write(
                        f"{table}: {count} rows were not re-encrypted, for the plugin"
                        f" “{label}” is not installed. Keep the old keys until it is"
                        " back or retired."
                    )


def _counts() -> list[tuple[str, dict[str, int]]]:
    models = [(model._meta.label, count_by_key(model)) for model in encrypted_models()]
    others = [(label, one.count()) for label, one in elsewhere.items() if one.count]
    return [*models, *others]


def _listed(found: dict[str, int]) -> str:
    told = [f"{_key_words(key_id)}: {rows}" for key_id, rows in sorted(found.items())]
    return ", ".join(told) or "nothing sealed"


def _key_words(key_id: str) -> str:
    if key_id == NOT_SEALED:
        return "not sealed"
    if key_id not in keyring().ciphers:
        return f"{key_id} (not in DATA_KEYS)"
    return f"{key_id} (active)" if key_id == keyring().active_id else key_id


def _named(rows: list[str]) -> str:
    more = len(rows) - MOST_NAMED
    lines = [f"{len(rows)} rows do not open and were left as they are:"]
    lines += rows[:MOST_NAMED]
    return "\n  ".join([*lines, f"and {more} more."] if more > 0 else lines)
