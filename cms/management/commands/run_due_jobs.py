"""Run the declared jobs that are due, once or for ever."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError, close_old_connections

from cms.schedule import run_due

PAUSE_SECONDS = 5


class Command(BaseCommand):
    help = "Run the declared jobs that are due; with --loop, until told to stop."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--loop", action="store_true", help="run until SIGTERM")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["loop"]:
            self._report(run_due())
            return
        stop = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stop.set())
        while not stop.is_set():
            self._pass(stop)
            stop.wait(PAUSE_SECONDS)

    def _pass(self, stop: threading.Event) -> None:
        close_old_connections()
        try:
            self._report(run_due(stopping=stop.is_set))
        except OperationalError as error:
            # The database is away or busy: the loop outlives it.
            self.stderr.write(f"The database did not answer: {type(error).__name__}")

    def _report(self, names: list[str]) -> None:
        for name in names:
            self.stdout.write(name)
