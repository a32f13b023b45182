"""Serve the sites: the web server, the task worker and the scheduled jobs, as one."""

import errno
import http.client
import socket
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.module_loading import import_string

from cms.processes import ChildDied, Children, Stopped

_START_SECONDS = 60
_DJANGO = (sys.executable, "-m", "django")


class Command(BaseCommand):
    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2, help="server processes")
        parser.add_argument("--threads", type=int, default=4, help="in each of them")

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = options["host"], options["port"]
        refuse_a_taken_port(host, port)
        self.stdout.write("· Starting the server, the worker and the jobs …")
        try:
            with Children(settings.VAR_DIR / "log") as children:
                children.start("server", *server(options))
                children.start("worker", *_DJANGO, "db_worker", *_QUIET_WORKER)
                children.start("jobs", *_DJANGO, "run_due_jobs", "--loop", _UNCHECKED)
                greeting = greeting_for(port)
                if not children.watch_until(
                    lambda: answers(host, port), seconds=_START_SECONDS
                ):
                    raise CommandError(
                        f"The server did not answer within {_START_SECONDS} seconds."
                    )
                self.stdout.write(greeting)
                children.watch()
        except ChildDied as death:
            raise CommandError(str(death)) from death
        except Stopped:
            self.stdout.write("\nStopped.")


_UNCHECKED = "--skip-checks"  # This command has just run the checks.
_QUIET_WORKER = ("--no-startup-delay", "--verbosity", "0", _UNCHECKED)


def greeting_for(port: int) -> str:
    """What to print when all is up; the demo's settings name a richer one."""
    if greet := getattr(settings, "SERVE_GREETING", ""):
        text: str = import_string(greet)(port)
        return text
    return f"Serving on port {port}."


def server(options: dict[str, Any]) -> list[str]:
    """Gunicorn: the application loaded once, then shared by processes with threads."""
    return [
        *(sys.executable, "-m", "gunicorn", "cms.wsgi:application"),
        *("--bind", f"{options['host']}:{options['port']}"),
        *("--workers", str(options["workers"])),
        *("--worker-class", "gthread", "--threads", str(options["threads"])),
        *("--preload", "--no-control-socket", "--log-level", "warning"),
    ]


def refuse_a_taken_port(host: str, port: int) -> None:
    """Say in one sentence that the port is in use, before anything has started."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            raise CommandError(
                f"Port {port} is in use: stop what uses it, or choose another one"
                f" (make run PORT={port + 1})."
            ) from error


def answers(host: str, port: int) -> bool:
    """Whether the server answers a request; that first one also warms it."""
    connection = http.client.HTTPConnection(host, port, timeout=30)
    try:
        connection.request("GET", "/", headers={"Host": f"localhost:{port}"})
        return connection.getresponse().status < 500
    except OSError:
        return False
    finally:
        connection.close()
