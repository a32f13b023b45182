"""Send many forms at once, kill a web process and the worker half way through.

    python -m bench.sending                   200 applications, SQLite
    python -m bench.sending --form referrals  200 requests, by the three doors in turn
    python -m bench.sending --postgres        the same on a PostgreSQL started here
    python -m bench.sending --count 40

Everything is real: the demo's Gwynedd behind gunicorn with two processes, the task
worker and the jobs as programs of their own, and an SMTP server that counts. When half
of the people have their reference, one web process and the worker are killed with
SIGKILL; the worker is started again, as a supervisor would. A mail that was being sent
then is taken up when its lease of ten minutes has run out: that is what takes long.

Prints how many were acknowledged, stored and mailed; 1 where anything was lost or
stands twice.
"""

import argparse
import os
import tempfile

from bench.sending.ports import PORT, SMTP_PORT


def main() -> int:
    """Send, count, compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--form", choices=["applications", "referrals"], default="applications"
    )
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--wait", type=int, default=900, help="seconds for the mails")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="iv-cms-bench-") as folder:
        prepare(folder, postgres=asked.postgres)
        from bench.sending.run import run

        return run(folder, form=asked.form, count=asked.count, wait=asked.wait)


def prepare(folder: str, *, postgres: bool) -> None:
    """The demo in a database and a folder of their own."""
    os.environ |= {
        "VAR_DIR": folder,
        "DJANGO_SETTINGS_MODULE": "bench.sending.settings",
        "BENCH_SMTP_PORT": str(SMTP_PORT),
    }
    if postgres:
        from tests.databases import start_postgres

        os.environ["DATABASE_URL"] = start_postgres()
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", "--noinput", verbosity=0)
    call_command("load_demo", "--port", str(PORT), verbosity=0)


if __name__ == "__main__":
    raise SystemExit(main())
