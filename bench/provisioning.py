"""How long making a service takes, and whether it takes longer as they grow in number.

    python -m bench.provisioning            all 175
    python -m bench.provisioning --count 40

Each is made by the very function the command calls, in a database of its own (SQLite
in a new folder, or DATABASE_URL), with the queue of production: tasks are written, a
worker would take them. Prints the seconds of each, on the clock and of the processor,
and the ratio of the last ten to the first ten.
"""

import argparse
import os
import statistics
import tempfile
import time
from typing import NamedTuple

LIMIT = 1.0
RATIO = 1.3
SAMPLE = 10


class Took(NamedTuple):
    """Seconds that one service took."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{self.clock:.3f} s, {self.processor:.3f} s of the processor"


def main() -> int:
    """Measure; 1 where one of the two limits is passed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=175)
    count = parser.parse_args().count
    with tempfile.TemporaryDirectory(prefix="iv-cms-bench-") as folder:
        _prepare(folder)
        seconds = _measure(count)
    return _report(seconds)


def _prepare(folder: str) -> None:
    os.environ["VAR_DIR"] = folder
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.demo")
    import django

    django.setup()
    from django.core.management import call_command

    from sites.register import load_register

    call_command("migrate", verbosity=0)
    load_register()


def _measure(count: int) -> list[Took]:
    from sites.models import Authority
    from sites.provisioning import Asked, create_service

    taken = []
    for authority in Authority.objects.in_order("en")[:count]:
        begun, at_work = time.perf_counter(), time.process_time()
        outcome = create_service(Asked(authority=authority))
        took = Took(time.perf_counter() - begun, time.process_time() - at_work)
        if outcome.readback.wrong or outcome.dead_links:
            raise SystemExit(f"{authority}: {outcome.readback.wrong}")
        taken.append(took)
        print(f"{len(taken):>4} {authority.slug:<40} {took}", flush=True)
    return taken


def _report(taken: list[Took]) -> int:
    first, last = _mean(taken[1 : SAMPLE + 1]), _mean(taken[-SAMPLE:])
    each = _mean(taken)
    ratio = last.processor / first.processor
    print(f"each:      {each} (at most {LIMIT} s)")
    print(f"first ten: {first} (left out, it warms up: {taken[0]})")
    print(f"last ten:  {last}")
    print(f"ratio:     {last.clock / first.clock:.2f} on the clock, {ratio:.2f} of the")
    print(f"           processor, which other programs disturb less (at most {RATIO})")
    return int(each.clock > LIMIT or ratio > RATIO)


def _mean(taken: list[Took]) -> Took:
    return Took(
        statistics.fmean(took.clock for took in taken),
        statistics.fmean(took.processor for took in taken),
    )


if __name__ == "__main__":
    raise SystemExit(main())
