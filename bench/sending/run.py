"""The programs, the kill and the comparison. Import it once Django is set up."""

import os
import signal
import subprocess
import sys
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

from bench.sending.applying import RealApplicant, Sender
from bench.sending.asking import RealAsker, askers
from bench.sending.ports import PORT, SMTP_PORT
from cms.models import OutboundEmail
from forms.applications.models import Application
from forms.casework.models import Case
from forms.matches.models import Match
from forms.referrals.models import Referral

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
    """Kills a web process and the worker once half of the people are served."""

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


def fill_in(count: int, *, form: str) -> list[Sender]:
    """People who have but to press “send”."""
    begun = time.perf_counter()
    applying = [RealApplicant(PORT, n) for n in range(count)]
    people: list[Sender] = (
        [*askers(PORT, count)] if form == "referrals" else [*applying]
    )
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda person: person.fill_in(), people))
    print(f"filled in: {count} in {time.perf_counter() - begun:.0f} s", flush=True)
    return people


def send(people: list[Sender], kill: Kill) -> list[tuple[str, int]]:
    """All of them at once: what each was told, and how often they pressed."""

    def one(person: Sender) -> tuple[str, int]:
        told = person.send_until_told()
        kill.another()
        return told

    begun = time.perf_counter()
    with ThreadPoolExecutor(len(people)) as pool:
        told = list(pool.map(one, people))
    print(f"sent: {len(told)} in {time.perf_counter() - begun:.0f} s", flush=True)
    return told


def wait_for_mails(seconds: int) -> None:
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


def stored_by_sender(people: list[Sender]) -> Counter[str]:
    """How often each is stored: by their address, or by the child they ask for."""
    if isinstance(people[0], RealAsker):
        return Counter(row.child_name for row in Referral.objects.all())
    return Counter(case.email for case in Case.objects.all())


def report(people: list[Sender], told: list[tuple[str, int]], box: Mailbox) -> int:
    """Compare what people were told with what is stored and what was mailed."""
    stored = stored_by_sender(people)
    known = {p.child if isinstance(p, RealAsker) else p.email for p in people}
    written_to = {person.email for person in people if person.email}
    references = set(Case.objects.values_list("reference", flat=True))
    acknowledged = {reference for reference, _tries in told if reference}
    mailed = {receiver for receiver, _id in box.taken}
    queued = OutboundEmail.objects.count()
    rows = Application.objects.count() + Referral.objects.count()
    faults = {
        "acknowledged and not stored": len(acknowledged - references),
        "acknowledged alike": len(told) - len(acknowledged),
        "never acknowledged": sum(not reference for reference, _tries in told),
        "stored twice": sum(many > 1 for many in stored.values()),
        "stored and not sent by anybody": len(set(stored) - known),
        "answers without a case": abs(rows - len(references)),
        "people without a mail": len(written_to - mailed),
        "mails that did not leave": queued - len(box.taken),
    }
    again = sum(tries > 1 for _reference, tries in told)
    doubled = sum(many > 1 for many in box.taken.values())
    print(f"acknowledged: {len(acknowledged)} of {len(people)}")
    print(f"stored per acknowledged: {len(references) / max(1, len(acknowledged)):.3f}")
    print(f"mails left per queued:   {len(box.taken) / max(1, queued):.3f}")
    print(f"pressed more than once:  {again}; mails repeated by the kill: {doubled}")
    for fault, count in faults.items():
        print(f"{'!' if count else ' '} {fault}: {count}")
    return int(any(faults.values()))


def run(folder: str, *, form: str, count: int, wait: int) -> int:
    """Send, kill, wait, compare; 1 where anything was lost or stands twice."""
    # What the demo brings is not counted.
    for model in (Match, OutboundEmail, Application, Referral, Case):
        model.objects.all().delete()
    with mailbox() as box, programs(Path(folder)) as running:
        people = fill_in(count, form=form)
        told = send(people, Kill(count // 2, running))
        wait_for_mails(wait)
    return report(people, told, box)
