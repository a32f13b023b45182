"""Declared jobs run when they are due, once, and fail alone."""

import datetime as dt
import os
import signal
import subprocess
import sys
import threading
import time
from types import SimpleNamespace

import pytest
import time_machine
from django.apps import apps
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import OperationalError, connections
from django.utils import timezone

from cms.activation import disable, enable
from cms.mail import OutboundEmail, queue_mail
from cms.models import JobRun
from cms.schedule import job, run_due, scheduled_jobs
from cms.schedule import jobs as host_jobs
from cms.schedule import running as running_module
from cms.schedule.declaring import LEASE
from cms.schedule.registry import Scheduled, load_job
from tests.factories import make_service

HOUR = dt.timedelta(hours=1)
HOST_JOBS = [
    "cms.mail.jobs.send_due_mail",
    "cms.offers.jobs.rebuild_offers",
    "cms.privacy.jobs.forget_old_reads",
    "cms.rollouts.jobs.carry_on_rollouts",
    "cms.rollouts.jobs.forget_unstarted_rollouts",
    "cms.schedule.jobs.publish_scheduled",
    "cms.schedule.jobs.prune_task_results",
    "cms.schedule.jobs.clear_sessions",
]


def later(delta):
    return time_machine.travel(timezone.now() + delta, tick=True)


@pytest.fixture
def declared(db, monkeypatch):
    """Declare these functions, and no others, as hourly jobs."""

    def declare(**functions):
        jobs = [
            Scheduled(name, found := job(every=HOUR)(function), found)
            for name, function in functions.items()
        ]
        monkeypatch.setattr(running_module, "scheduled_jobs", lambda: jobs)

    return declare


def test_a_job_runs_at_once_and_then_when_it_is_due_again(declared):
    ran = []
    declared(tidy=lambda: ran.append(1))

    assert (run_due(), run_due()) == (["tidy"], [])
    with later(HOUR - dt.timedelta(minutes=1)):
        assert run_due() == []
    with later(HOUR):
        assert run_due() == ["tidy"]

    row = JobRun.objects.get(name="tidy")
    assert (len(ran), row.last_error, row.lease_until) == (2, "", None)
    assert row.last_started <= row.last_finished
    assert str(row) == "tidy"


def test_a_job_that_fails_is_recorded_and_stops_no_other(declared, caplog):
    def fail():
        raise ValueError("sian@cartref.example")

    ran = []
    declared(bad=fail, good=lambda: ran.append(1))

    assert run_due() == ["bad", "good"]

    row = JobRun.objects.get(name="bad")
    assert (row.last_error, row.failures, row.lease_until) == ("ValueError", 1, None)
    assert ran == [1]
    assert "Job bad failed: ValueError" in caplog.text
    assert "cartref" not in caplog.text


def test_a_failed_job_is_tried_again_ever_less_often_and_then_forgiven(declared):
    works = SimpleNamespace(now=False)

    def sometimes():
        if not works.now:
            raise ValueError

    declared(bad=sometimes)
    pauses = []
    for _attempt in range(8):
        with time_machine.travel(_due_at("bad"), tick=False):
            run_due()
            pauses.append((_due_at("bad") - timezone.now()).total_seconds() / 60)
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60]

    works.now = True
    with time_machine.travel(_due_at("bad"), tick=False):
        run_due()
    row = JobRun.objects.get(name="bad")
    assert (row.failures, row.last_error) == (0, "")
    assert row.due_at - row.last_started == HOUR


def test_a_job_that_is_running_is_started_by_nobody_else(declared):
    inner = []
    declared(slow=lambda: inner.append(run_due()))

    assert run_due() == ["slow"]
    assert inner == [[]]


def test_a_job_whose_runner_died_runs_again_after_its_lease(declared):
    declared(tidy=lambda: None)
    JobRun.objects.create(
        name="tidy", due_at=timezone.now(), lease_until=timezone.now() + LEASE
    )

    assert run_due() == []
    with later(LEASE + dt.timedelta(seconds=1)):
        assert run_due() == ["tidy"]


def test_a_runner_that_outran_its_lease_does_not_overwrite_the_next_one(declared):
    next_start = timezone.now() + HOUR

    def outrun():
        JobRun.objects.update(last_started=next_start, lease_until=next_start)

    declared(slow=outrun)
    run_due()

    row = JobRun.objects.get(name="slow")
    assert (row.last_started, row.lease_until) == (next_start, next_start)
    assert row.last_finished is None


def test_a_runner_told_to_stop_starts_no_further_job(declared):
    ran = []
    declared(one=lambda: ran.append(1), two=lambda: ran.append(2))

    assert run_due(stopping=lambda: bool(ran)) == ["one"]


@pytest.mark.django_db(transaction=True)
def test_two_runners_at_once_run_a_job_once(declared):
    ran = []
    declared(**{f"job{number}": lambda: ran.append(1) for number in range(8)})
    start = threading.Barrier(2)

    def work():
        try:
            start.wait()
            run_due()
        finally:
            connections.close_all()

    runners = [threading.Thread(target=work) for _ in range(2)]
    for runner in runners:
        runner.start()
    for runner in runners:
        runner.join()

    assert len(ran) == 8
    assert JobRun.objects.exclude(last_error="").count() == 0


def test_a_plugins_job_runs_for_each_site_it_is_on_at(two_authorities, monkeypatch):
    gwynedd, devon = two_authorities
    for site in two_authorities:
        enable(site=site, label="fostering")
    seen = []
    daily = job(every=dt.timedelta(days=1))(seen.append)
    monkeypatch.setattr("acme_fostering.jobs.forget_old_enquiries", daily)
    names = [
        f"fostering.jobs.forget_old_enquiries@{site.pk}" for site in (gwynedd, devon)
    ]

    assert [name for name in run_due() if "fostering" in name] == names
    assert seen == [gwynedd, devon]

    disable(site=devon, label="fostering")
    with later(dt.timedelta(days=1)):
        assert [name for name in run_due() if "fostering" in name] == names[:1]


def test_the_hosts_jobs_are_declared_and_run(db, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    names = [scheduled.name for scheduled in scheduled_jobs()]
    assert set(HOST_JOBS) <= set(names)

    call_command("run_due_jobs")

    rows = JobRun.objects.filter(name__in=HOST_JOBS)
    assert set(rows.values_list("name", "last_error")) == {
        (name, "") for name in HOST_JOBS
    }


def test_the_minutes_job_sends_the_mail_that_no_task_hurried(db, mailoutbox):
    gwynedd = make_service("gwynedd")
    queue_mail(
        site=gwynedd,
        to="sian@cartref.example",
        template="cms/message",
        language="cy",
        context={"subject": "Sgwrs", "body": "Helo"},
    )

    run_due()

    assert [message.subject for message in mailoutbox] == ["Sgwrs"]
    assert OutboundEmail.objects.get().status == "sent"


def test_a_declared_job_can_still_be_called_by_hand(db):
    host_jobs.clear_sessions()

    assert host_jobs.publish_scheduled.every == dt.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("mail.jobs.nothing", "does not define"),
        ("mail.queue.queue_mail", "is not a job: declare it with @job"),
    ],
)
def test_a_misdeclared_job_stops_the_start(monkeypatch, path, sentence):
    assert not [e for e in run_checks() if e.id == "cms.schedule.E001"]

    monkeypatch.setattr(apps.get_app_config("cms"), "host_jobs", (path,))

    [error] = [e for e in run_checks() if e.id == "cms.schedule.E001"]
    assert f"“cms” declares the job “{path}”" in error.msg
    assert sentence in error.msg
    with pytest.raises((ImportError, TypeError)):
        load_job(f"cms.{path}")


def test_the_loop_outlives_a_database_that_is_away(monkeypatch, capsys):
    from cms.management.commands import run_due_jobs

    def away(**_options):
        raise OperationalError

    monkeypatch.setattr(run_due_jobs, "run_due", away)
    monkeypatch.setattr(run_due_jobs, "close_old_connections", lambda: None)
    run_due_jobs.Command()._pass(threading.Event())

    assert "The database did not answer: OperationalError" in capsys.readouterr().err


@pytest.mark.django_db(transaction=True)
def test_the_loop_ends_when_it_is_told_to():
    loop = subprocess.Popen(
        [sys.executable, "manage.py", "run_due_jobs", "--loop"],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.test"},
        stdout=subprocess.DEVNULL,
    )
    end = time.monotonic() + 60
    while not JobRun.objects.filter(last_finished__isnull=False).exists():
        assert time.monotonic() < end, "no job was run"
        time.sleep(0.1)

    loop.send_signal(signal.SIGTERM)

    assert loop.wait(timeout=60) == 0


def _due_at(name):
    row = JobRun.objects.filter(name=name).first()
    return row.due_at if row else timezone.now()
