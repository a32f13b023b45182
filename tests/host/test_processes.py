"""Several programs as one: started, watched, stopped together."""

import os
import signal
import socket
import subprocess
import sys
import time

import pytest
from django.core.management import CommandError, call_command

from cms.management.commands import serve
from cms.processes import ChildDied, Children

SLEEP = (sys.executable, "-c", "import time; time.sleep(60)")
SPEAK_AND_DIE = (sys.executable, "-c", "print('no room here'); raise SystemExit(3)")
STUBBORN = (
    sys.executable,
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
    " print('ready', flush=True); time.sleep(60)",
)


@pytest.fixture(autouse=True)
def own_signals():
    kept = {number: signal.getsignal(number) for number in (2, 15)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def test_leaving_stops_every_child(tmp_path):
    with Children(tmp_path) as children:
        children.start("one", *SLEEP)
        children.start("two", *SLEEP)
        running = list(children._running.values())
        assert [child.poll() for child in running] == [None, None]

    assert [child.returncode for child in running] == [-signal.SIGTERM] * 2


def test_a_child_that_ends_is_named_with_its_last_words(tmp_path):
    with Children(tmp_path) as children:
        children.start("other", *SLEEP)
        children.start("worker", *SPEAK_AND_DIE)
        with pytest.raises(ChildDied) as death:
            children.watch()

    assert str(death.value) == (
        "The worker ended by itself (exit status 3). Its last words"
        f" ({tmp_path / 'worker.log'}):\nno room here"
    )


def test_a_child_that_does_not_listen_is_killed(tmp_path, monkeypatch):
    monkeypatch.setattr("cms.processes._PATIENCE", 0.3)

    with Children(tmp_path) as children:
        children.start("stubborn", *STUBBORN)
        children.watch_until(lambda: children.last_words("stubborn"), seconds=20)
        child = children._running["stubborn"]

    assert child.returncode == -signal.SIGKILL


def test_waiting_ends_when_it_takes_too_long(tmp_path):
    with Children(tmp_path) as children:
        children.start("slow", *SLEEP)

        assert children.watch_until(lambda: False, seconds=0.1) is False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_being_asked_to_stop_is_no_failure(number, tmp_path, settings, capsys):
    settings.VAR_DIR = tmp_path
    program = (
        "import os, sys, threading, signal; from cms.processes import *\n"
        "from pathlib import Path\n"
        f"threading.Timer(0.5, os.kill, (os.getpid(), {int(number)})).start()\n"
        "try:\n"
        f"  with Children(Path({str(tmp_path)!r})) as c:\n"
        f"    c.start('one', *{SLEEP!r}); c.watch()\n"
        "except Stopped: print('stopped', c._running['one'].returncode)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )

    assert done.stdout == f"stopped {-signal.SIGTERM}\n"


def test_a_taken_port_is_one_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(CommandError) as refused:
            call_command("serve", port=port)

    assert str(refused.value) == (
        f"Port {port} is in use: stop what uses it, or choose another one"
        f" (make run PORT={port + 1})."
    )


# The served process compares what is installed with the true pyproject.toml.
@pytest.mark.needs_plugin("news", "hub_news", "applications", "referrals")
@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_serve_answers_and_stops_when_asked(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cms.settings.demo",
        "DATABASE_URL": os.environ["TEST_DATABASE_URL"],
        "VAR_DIR": str(tmp_path),
    }
    command = [sys.executable, "manage.py", "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as served:
        deadline = time.monotonic() + 60
        while not serve.answers("127.0.0.1", port):
            assert served.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.2)
        served.terminate()
        said = served.communicate(timeout=30)[0].decode()

    assert served.returncode == 0
    assert said.endswith("Stopped.\n")
    assert not serve.answers("127.0.0.1", port)
