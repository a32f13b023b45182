"""Send many applications at once, kill a web process and the worker half way through.

    python -m bench.sending                 200 applications, SQLite
    python -m bench.sending --postgres      the same on a PostgreSQL started here
    python -m bench.sending --count 40

Everything is real: the demo's Gwynedd behind gunicorn with two processes, the task
worker and the jobs as programs of their own, and an SMTP server that counts. When half
of the applicants have their reference, one web process and the worker are killed with
SIGKILL; the worker is started again, as a supervisor would. A mail that was being sent
then is taken up when its lease of ten minutes has run out: that is what takes long.

Prints how many were acknowledged, stored and mailed; 1 where anything was lost or
stands twice.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from email import message_from_bytes
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

from bench.sending.applying import RealApplicant

SETTINGS = "bench.sending.settings"
PORT, SMTP_PORT = 8931, 8932
DJANGO = (sys.executable, "-m", "django")


class Mailbox:
    """Takes every mail and counts it by receiver and Message-ID."""

    def __init__(self) -> None:
        self.taken: Counter[tuple[str, str]] = Counter()

    async def handle_DATA(self, _server: Any, _session: Any, mail: Any) -> str:
        known = message_from_bytes(mail.content)["Message-ID"]
        for receiver in mail.rcpt_tos:
            self.taken[receiver, known] += 1
        return "250 OK"


class Kill:
    """Kills a web process and the worker once half of the applicants are served."""

    def __init__(self, half: int, programs: "Programs") -> None:
        self.half = half
        self.programs = programs
        self.served = 0
        self._lock = threading.Lock()

    def another(self) -> None:
        with self._lock:
            self.served += 1
            if self.served == self.half:
                self.programs.kill_half()


class Programs:
    """The web server, the worker and the jobs, each a program of its own."""

    def __init__(self, logs: Path) -> None:
        self.logs = logs
        self.server = self._start(
            "server",
            *(sys.executable, "-m", "gunicorn", "cms.wsgi:application"),
            *("--bind", f"127.0.0.1:{PORT}", "--workers", "2", "--preload"),
            *("--worker-class", "gthread", "--threads", "4", "--no-control-socket"),
        )
        self.worker = self._start_worker()
        self.jobs = self._start("jobs", *DJANGO, "run_due_jobs", "--loop")

    def kill_half(self) -> None:
        """One of the two web processes, and the worker, which is started again."""
        one = children_of(self.server.pid)[0]
        os.kill(one, signal.SIGKILL)
        self.worker.kill()
        self.worker.wait()
        print(f"killed web process {one} and worker {self.worker.pid}", flush=True)
        self.worker = self._start_worker()

    def stop(self) -> None:
        for program in (self.server, self.worker, self.jobs):
            program.terminate()
        for program in (self.server, self.worker, self.jobs):
            program.wait(timeout=60)

    def _start_worker(self) -> subprocess.Popen[bytes]:
        return self._start("worker", *DJANGO, "db_worker", "--no-startup-delay")

    def _start(self, name: str, *command: str) -> subprocess.Popen[bytes]:
        with (self.logs / f"{name}.log").open("ab") as log:
            return subprocess.Popen(command, stdout=log, stderr=log)


def main() -> int:
    """Send, count, compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--wait", type=int, default=900, help="seconds for the mails")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="iv-cms-bench-") as folder:
        prepare(folder, postgres=asked.postgres)
        with mailbox() as box, programs(Path(folder)) as running:
            applicants = fill_in(asked.count)
            told = send(applicants, Kill(asked.count // 2, running))
            wait_for_mails(asked.wait)
        return report(applicants, told, box)


def prepare(folder: str, *, postgres: bool) -> None:
    """The demo in a database and a folder of their own."""
    os.environ |= {
        "VAR_DIR": folder,
        "DJANGO_SETTINGS_MODULE": SETTINGS,
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
    from cms.models import OutboundEmail
    from forms.applications.models import Application
    from forms.casework.models import Case

    # What the demo brings is not counted.
    OutboundEmail.objects.all().delete()
    Application.objects.all().delete()
    Case.objects.all().delete()


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    box = Mailbox()
    server = Controller(box, hostname="127.0.0.1", port=SMTP_PORT)
    server.start()
    try:
        yield box
    finally:
        server.stop()


@contextmanager
def programs(logs: Path) -> Iterator[Programs]:
    running = Programs(logs)
    try:
        wait_for_server()
        yield running
    finally:
        running.stop()


def wait_for_server() -> None:
    for _second in range(120):
        try:
            if RealApplicant(PORT, 0).look().status_code == 200:
                return
        except OSError:
            pass  # Not yet.
        time.sleep(1)
    raise SystemExit("The server did not answer.")


def fill_in(count: int) -> list[RealApplicant]:
    """Applicants who have but to press “send”."""
    begun = time.perf_counter()
    applicants = [RealApplicant(PORT, number) for number in range(count)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(RealApplicant.fill_in, applicants))
    print(f"filled in: {count} in {time.perf_counter() - begun:.0f} s", flush=True)
    return applicants


def send(applicants: list[RealApplicant], kill: Kill) -> list[tuple[str, int]]:
    """All of them at once: what each was told, and how often they pressed."""

    def one(applicant: RealApplicant) -> tuple[str, int]:
        told = applicant.send_until_told()
        kill.another()
        return told

    begun = time.perf_counter()
    with ThreadPoolExecutor(len(applicants)) as pool:
        told = list(pool.map(one, applicants))
    print(f"sent: {len(told)} in {time.perf_counter() - begun:.0f} s", flush=True)
    return told


def wait_for_mails(seconds: int) -> None:
    from cms.models import OutboundEmail

    waiting = OutboundEmail.objects.exclude(status=OutboundEmail.Status.SENT)
    begun = time.perf_counter()
    while (left := waiting.count()) and time.perf_counter() - begun < seconds:
        time.sleep(2)
    took = time.perf_counter() - begun
    print(f"mails: {left} left after {took:.0f} s", flush=True)


def children_of(process: int) -> list[int]:
    """The processes that it started."""
    text = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    return [int(number) for number in text.split()]


def report(
    applicants: list[RealApplicant], told: list[tuple[str, int]], box: Mailbox
) -> int:
    """Compare what people were told with what is stored and what was mailed."""
    from cms.models import OutboundEmail
    from forms.applications.models import Application
    from forms.casework.models import Case

    stored = Counter(case.email for case in Case.objects.all())
    references = set(Case.objects.values_list("reference", flat=True))
    acknowledged = {reference for reference, _tries in told if reference}
    mailed = {receiver for receiver, _id in box.taken}
    queued = OutboundEmail.objects.count()
    faults = {
        "acknowledged and not stored": len(acknowledged - references),
        "never acknowledged": sum(not reference for reference, _tries in told),
        "stored twice": sum(many > 1 for many in stored.values()),
        "stored and not sent by anybody": len(
            set(stored) - {a.email for a in applicants}
        ),
        "applications without a case": abs(
            Application.objects.count() - len(references)
        ),
        "applicants without a mail": len({a.email for a in applicants} - mailed),
        "mails that did not leave": queued - len(box.taken),
    }
    again = sum(tries > 1 for _reference, tries in told)
    doubled = sum(many > 1 for many in box.taken.values())
    print(f"acknowledged: {len(acknowledged)} of {len(applicants)}")
    print(f"stored per acknowledged: {len(references) / max(1, len(acknowledged)):.3f}")
    print(f"mails left per queued:   {len(box.taken) / max(1, queued):.3f}")
    print(f"pressed more than once:  {again}; mails repeated by the kill: {doubled}")
    for fault, count in faults.items():
        print(f"{'!' if count else ' '} {fault}: {count}")
    return int(any(faults.values()))


if __name__ == "__main__":
    raise SystemExit(main())
