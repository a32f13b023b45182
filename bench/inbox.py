"""How long an inbox takes, and whether it takes longer as it grows.

    python -m bench.inbox              50 applications against 5,000
    python -m bench.inbox --large 500

A service is provisioned in a database of its own (SQLite in a new folder, or
DATABASE_URL), its inbox filled, and its list asked for as its coordinator does: as it
opens, filtered, on the last page, and searched. Prints the milliseconds of each at both
sizes (the median of several), how many queries each asks, and the ratios.
"""

import argparse
import os
import statistics
import tempfile
import time
from typing import Any, NamedTuple

RATIO = 3.0
QUERIES = 25
TIMES = 15
ASKED: dict[str, dict[str, str]] = {
    "as it opens": {},
    "filtered": {"step": "talking", "language": "cy"},
    "due today": {"needs": "today"},
    "waiting": {"needs": "waiting"},
    "last page": {"p": "last"},
    "searched": {"q": "jones"},
}


class Took(NamedTuple):
    """Milliseconds of the processor, and queries."""

    milliseconds: float
    queries: int


def main() -> int:
    """Measure; 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--small", type=int, default=50)
    parser.add_argument("--large", type=int, default=5000)
    sizes = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="iv-cms-bench-") as folder:
        client, site = _prepare(folder)
        _fill(site, 0, sizes.small)
        small = _measure(client)
        _fill(site, sizes.small, sizes.large)
        large = _measure(client)
    return _report(sizes.small, small, sizes.large, large)


def _prepare(folder: str) -> tuple[Any, Any]:
    os.environ["VAR_DIR"] = folder
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.demo")
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.test import Client, override_settings
    from django.utils.timezone import now

    from sites.memberships import grant
    from sites.models import Authority
    from sites.provisioning import Asked, create_service
    from sites.register import load_register

    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    storages = {**settings.STORAGES, "staticfiles": {"BACKEND": plain}}
    override_settings(STORAGES=storages).enable()
    call_command("migrate", verbosity=0)
    load_register()
    authority = Authority.objects.get(slug="gwynedd")
    site = create_service(Asked(authority=authority)).site
    user = get_user_model().objects.create_user(
        email="coordinator@gwynedd.example", last_login=now()
    )
    grant(user=user, site=site, role="coordinator")
    client = Client(SERVER_NAME=site.hostname)
    client.force_login(user)
    return client, site


def _name(n: int) -> str:
    """A name; one in fifty is a Jones, the others begin in many ways."""
    b, v = "bcdfghlmnprstwy", "aeiou"
    first = f"{b[n % 15]}{v[n % 5]}{b[n // 15 % 15]}an"
    last = f"{b[n // 7 % 15]}{v[n // 3 % 5]}{b[n // 31 % 15]}on"
    return f"{first} {'Jones' if n % 50 == 7 else last}".title()


def _fill(site: Any, first: int, number: int) -> None:
    from django.utils import timezone

    from forms.casework.models import Case
    from forms.casework.searching import rebuild

    stages = ("submitted", "screening", "checks", "approved")
    Case.objects.bulk_create(
        Case(
            site=site,
            kind="applications",
            stage=stages[n % 4],
            reference=f"BEN-{n:05}",
            language=("en", "cy")[n % 2],
            display_name=_name(n),
            email=f"p{n}@post.example",
            answer_by=timezone.localdate() if n % 7 == 0 else None,
        )
        for n in range(first, number)
    )
    begun = time.perf_counter()
    marked = rebuild()
    print(f"{marked} marked for the search in {time.perf_counter() - begun:.1f} s")


def _measure(client: Any) -> dict[str, Took]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    address = reverse("applications:index")
    found = {}
    for name, asked in ASKED.items():
        ask = client.post if "q" in asked else client.get
        _once(ask, address, asked)  # Left out: it warms up.
        taken = [_once(ask, address, asked) for _time in range(TIMES)]
        with CaptureQueriesContext(connection) as queries:
            _once(ask, address, asked)
        found[name] = Took(statistics.median(taken) * 1000, len(queries))
    return found


def _once(ask: Any, address: str, asked: dict[str, str]) -> float:
    begun = time.process_time()
    answer = ask(address, asked)
    if answer.status_code != 200:
        raise SystemExit(f"{address} {asked}: {answer.status_code}")
    return time.process_time() - begun


def _report(few: int, small: dict[str, Took], many: int, large: dict[str, Took]) -> int:
    bad = 0
    for name, before in small.items():
        after = large[name]
        ratio = after.milliseconds / before.milliseconds
        bad += ratio > RATIO or after.queries > QUERIES
        print(
            f"{name:<12} {few}: {before.milliseconds:6.1f} ms, {before.queries} queries"
            f"   {many}: {after.milliseconds:6.1f} ms, {after.queries} queries"
            f"   ratio {ratio:.2f}"
        )
    print(f"(of the processor; at most {RATIO} and {QUERIES} queries)")
    return int(bad > 0)


if __name__ == "__main__":
    raise SystemExit(main())
