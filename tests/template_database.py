"""A database migrated once and copied for every worker and after every commit.

The migrated SQLite file outlives the run: its name carries a digest of everything that
migrating reads, so an unchanged project starts its tests at once.
"""

import fcntl
import hashlib
import os
import shutil
import sys
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import connection, connections

ROOT = Path(__file__).resolve().parents[1]
KEPT = Path(tempfile.gettempdir()) / "iv-cms-test-templates"
FLOORS = ("cms", "sites", "pages", "forms", "requirements", "tests/example_plugin")
READ_BY_MIGRATE = ("migrations/*.py", "apps.py", "data/*", "all.txt")


class TemplateDatabase(ABC):
    """What a worker does: prepare the template with the others, then copy it."""

    def prepare(self) -> None:
        KEPT.mkdir(exist_ok=True)
        with _one_at_a_time():
            if not self.exists():
                self.make()

    @abstractmethod
    def exists(self) -> bool: ...

    @abstractmethod
    def make(self) -> None: ...

    @abstractmethod
    def copy(self) -> None: ...


class SqliteTemplate(TemplateDatabase):
    """A file, copied beside the others of this run."""

    def __init__(self) -> None:
        self.template = KEPT / f"{_digest()}.sqlite3"
        given = Path(connection.settings_dict["NAME"])
        self.copied = given.with_name(f"{given.stem}-{_worker()}.sqlite3")

    def exists(self) -> bool:
        return self.template.exists()

    def make(self) -> None:
        _forget_all_but(4)
        growing = self.template.with_suffix(".growing")
        growing.unlink(missing_ok=True)
        _migrate(str(growing))
        growing.rename(self.template)

    def copy(self) -> None:
        connections.close_all()
        for suffix in ("-wal", "-shm"):
            Path(f"{self.copied}{suffix}").unlink(missing_ok=True)
        fresh = self.copied.with_suffix(".fresh")
        shutil.copyfile(self.template, fresh)
        fresh.replace(self.copied)
        _use(str(self.copied))
        os.environ["TEST_DATABASE_URL"] = f"sqlite:///{self.copied}"


class PostgresTemplate(TemplateDatabase):
    """A database of the server, copied by CREATE DATABASE … TEMPLATE."""

    def __init__(self) -> None:
        self.server = os.environ["TEST_DATABASE_URL"]
        self.maintenance = connection.settings_dict["NAME"]
        self.template = f"iv_{_digest()}"
        self.copied = f"{self.template}_{_worker()}"

    def exists(self) -> bool:
        with self._maintaining() as cursor:
            cursor.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [self.template]
            )
            return cursor.fetchone() is not None

    def make(self) -> None:
        growing = f"{self.template}_growing"
        with self._maintaining() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {growing} WITH (FORCE)")
            cursor.execute(f"CREATE DATABASE {growing}")
        _migrate(growing)
        with self._maintaining() as cursor:
            cursor.execute(f"ALTER DATABASE {growing} RENAME TO {self.template}")

    def copy(self) -> None:
        with self._maintaining() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {self.copied} WITH (FORCE)")
            cursor.execute(f"CREATE DATABASE {self.copied} TEMPLATE {self.template}")
        _use(self.copied)
        address = self.server.replace(f"/{self.maintenance}?", f"/{self.copied}?", 1)
        os.environ["TEST_DATABASE_URL"] = address

    @contextmanager
    def _maintaining(self) -> Iterator:
        connections.close_all()
        _use(self.maintenance)
        with closing(connection.cursor()) as cursor:
            yield cursor
        connections.close_all()


def template_database() -> TemplateDatabase:
    if connection.vendor == "postgresql":
        return PostgresTemplate()
    return SqliteTemplate()


def _forget_all_but(kept: int) -> None:
    templates = sorted(KEPT.glob("*.sqlite3"), key=lambda path: path.stat().st_mtime)
    for path in templates[:-kept]:
        path.unlink()


def _migrate(name: str) -> None:
    _use(name)
    call_command("migrate", verbosity=0, interactive=False)
    connections.close_all()


def _use(name: str) -> None:
    connections.close_all()
    # Threads make their connections from this same dictionary.
    connection.settings_dict["NAME"] = name


def _worker() -> str:
    return os.environ.get("PYTEST_XDIST_WORKER", "main")


def _digest() -> str:
    digest = hashlib.sha256(sys.version.encode())
    for floor in FLOORS:
        for pattern in READ_BY_MIGRATE:
            for path in sorted((ROOT / floor).rglob(pattern)):
                digest.update(str(path.relative_to(ROOT)).encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
