"""What a page of the hub's news costs, and whether it costs more as items are added.

    python -m bench.hub_news                    20 items against 20,000, of 175 services
    python -m bench.hub_news --large 2000 --services 20

The services are provisioned in a database of their own (SQLite in a new folder, or
DATABASE_URL) and their accepted offers written as rows. The page is asked for as a
reader does who finds nothing kept of it, first after something has changed, then as one
of several pages, and once as it is kept. Prints the milliseconds of the processor (the
median of several), how many queries, and the ratios.
"""

import argparse
import datetime as dt
import os
import statistics
import tempfile
import time
from typing import Any, NamedTuple
from uuid import uuid4

RATIO = 2.0
QUERIES = 4
TIMES = 15
FIRST, NEXT, WARM = "after a change", "another page", "as it is kept"


class Took(NamedTuple):
    """Milliseconds of the processor, and queries."""

    milliseconds: float
    queries: int


def main() -> int:
    """Measure; 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--small", type=int, default=20)
    parser.add_argument("--large", type=int, default=20_000)
    parser.add_argument("--services", type=int, default=175)
    sizes = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="iv-cms-bench-") as folder:
        client, sites = _prepare(folder, sizes.services)
        _fill(sites, 0, sizes.small)
        small = _measure(client)
        _fill(sites, sizes.small, sizes.large)
        large = _measure(client)
    return _report(sizes.small, small, sizes.large, large)


def _prepare(folder: str, count: int) -> tuple[Any, list[Any]]:
    os.environ["VAR_DIR"] = folder
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.demo")
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client, override_settings

    from cms.starter import start_site
    from sites.models import Authority
    from sites.provisioning import Asked, create_service
    from sites.register import load_register
    from sites.testing.factories import make_hub

    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    storages = {**settings.STORAGES, "staticfiles": {"BACKEND": plain}}
    override_settings(STORAGES=storages).enable()
    call_command("migrate", verbosity=0)
    load_register()
    hub = make_hub()
    start_site(hub)
    authorities = Authority.objects.in_order("en")[:count]
    sites = [create_service(Asked(authority=one)).site for one in authorities]
    return Client(SERVER_NAME=hub.hostname), sites


def _fill(sites: list[Any], first: int, number: int) -> None:
    from django.utils import timezone

    from cms.models import Offer
    from cms.page_cache import everything_changed

    now = timezone.now()
    Offer.objects.bulk_create(
        (
            Offer(
                site=sites[n % len(sites)],
                translation_key=uuid4(),
                kind="news.newspage",
                state=Offer.State.ACCEPTED if n else Offer.State.FEATURED,
                offered_at=now,
                updated_en=now,
                updated_cy=now,
                date=dt.date(2010, 1, 1) + dt.timedelta(days=n % 5000),
                ready_en=True,
                ready_cy=n % 3 == 0,
                title_en=f"Evening number {n}",
                title_cy=f"Noson rhif {n}",
                summary_en="Come along and hear what visitors do. " * 4,
                url_en=f"http://service{n}.example/en/news/{n}/",
            )
            for n in range(first, number)
        ),
        batch_size=500,
    )
    everything_changed()


def _measure(client: Any) -> dict[str, Took]:
    from cms.page_cache import everything_changed

    found = {}
    for name, path in ((FIRST, "/en/news/"), (NEXT, "/en/news/?page=2"), (WARM, "")):
        taken, queries = [], 0
        for _time in range(TIMES + 1):
            if name != WARM:
                everything_changed()
            if name == NEXT:
                _once(client, "/en/news/")
            spent, queries = _once(client, path or "/en/news/")
            taken.append(spent)
        found[name] = Took(statistics.median(taken[1:]) * 1000, queries)
    return found


def _once(client: Any, path: str) -> tuple[float, int]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        begun = time.process_time()
        answer = client.get(path)
        spent = time.process_time() - begun
    if answer.status_code != 200 or "Evening number" not in answer.text:
        raise SystemExit(f"{path}: {answer.status_code}")
    return spent, len(queries)


def _report(few: int, small: dict[str, Took], many: int, large: dict[str, Took]) -> int:
    bad = 0
    for name, before in small.items():
        after = large[name]
        ratio = after.milliseconds / before.milliseconds
        bad += ratio > RATIO or (name == NEXT and after.queries > QUERIES)
        print(
            f"{name:<15}{few}: {before.milliseconds:5.1f} ms, {before.queries} queries"
            f"   {many}: {after.milliseconds:5.1f} ms, {after.queries} queries"
            f"   ratio {ratio:.2f}"
        )
    print(
        f"(of the processor; at most {RATIO}; another page at most {QUERIES} queries)"
    )
    return int(bad > 0)


if __name__ == "__main__":
    raise SystemExit(main())
