"""A database migrated once and copied for every worker and after every commit.

Each worker keeps such copies of the scenes of tests/scenes.py too.

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

from django.core.cache import caches
from django.core.management import call_command
from django.db import connection, connections

from tests.scenes import EMPTY, SCENES

ROOT = Path(__file__).resolve().parents[1]
KEPT = Path(tempfile.gettempdir()) / "iv-cms-test-templates"
FLOORS = ("cms", "sites", "pages", "forms", "requirements", "tests/example_plugin")
READ_BY_MIGRATE = (
    *("migrations/*.py", "apps.py", "data/*", "all.txt"),
    *("stages.py", "admin.py"),  # Declared stages are written after migrating.
)


class TemplateDatabase(ABC):
    """What a worker does: prepare the template with the others, then copy it.

    Beside the empty database, in which all is migrated and nobody is, it keeps one for
    each scene (tests/scenes.py), set when a test first asks for it.
    """

    template: str

    def __init__(self) -> None:
        self.sources: dict[str, str] = {}
        self.copies: dict[str, str] = {}
        self.scene = ""

    def prepare(self) -> None:
        KEPT.mkdir(exist_ok=True)
        with _one_at_a_time():
            if not self.exists():
                self.make()
            self.sources = {EMPTY: self.kept()}

    def choose(self, scene: str) -> None:
        """Use this worker's database of the scene until another is chosen."""
        if scene == self.scene:
            return
        if scene not in self.copies:
            self.sources[scene] = self.sources.get(scene) or self._set(scene)
            self.copy(self.sources[scene], self.name(scene))
            self.copies[scene] = self.name(scene)
        self.use(self.copies[scene])
        self.scene = scene

    def renew(self) -> None:
        """Put a new copy in the place of the one that a test has written to."""
        self.copy(self.sources[self.scene], self.copies[self.scene])
        self.use(self.copies[self.scene])

    def _set(self, scene: str) -> str:
        """Set the scene on a copy of the one it builds upon; that copy's name."""
        before, act = SCENES[scene]
        if before not in self.sources:
            self.sources[before] = self._set(before)
        source = self.name(f"{scene}_kept")
        self.copy(self.sources[before], source)
        _use(source)
        act()
        connections.close_all()
        for cache in caches.all(initialized_only=True):
            cache.clear()
        return source

    @abstractmethod
    def name(self, part: str) -> str:
        """The name of a database that is this worker's own."""

    def kept(self) -> str:
        """The template as this run can rely on it."""
        return self.template

    @abstractmethod
    def exists(self) -> bool: ...

    @abstractmethod
    def make(self) -> None: ...

    @abstractmethod
    def copy(self, source: str, target: str) -> None: ...

    @abstractmethod
    def use(self, name: str) -> None: ...


class SqliteTemplate(TemplateDatabase):
    """A file, copied beside the others of this run."""

    def __init__(self) -> None:
        self.template = str(KEPT / f"{_digest()}.sqlite3")
        self.given = Path(connection.settings_dict["NAME"])
        super().__init__()

    def name(self, part: str) -> str:
        given = self.given
        return str(given.with_name(f"{given.stem}-{_worker()}-{part}.sqlite3"))

    def kept(self) -> str:
        # The runs of other clones forget old templates, ours among them.
        own = self.name(f"{EMPTY}_kept")
        self.copy(self.template, own)
        return own

    def exists(self) -> bool:
        return Path(self.template).exists()

    def make(self) -> None:
        _forget_all_but(12)
        growing = Path(self.template).with_suffix(".growing")
        growing.unlink(missing_ok=True)
        _migrate(str(growing))
        growing.rename(self.template)

    def copy(self, source: str, target: str) -> None:
        connections.close_all()
        for suffix in ("-wal", "-shm"):
            Path(f"{target}{suffix}").unlink(missing_ok=True)
        fresh = Path(target).with_suffix(".fresh")
        shutil.copyfile(source, fresh)
        fresh.replace(target)

    def use(self, name: str) -> None:
        _use(name)
        os.environ["TEST_DATABASE_URL"] = f"sqlite:///{name}"


class PostgresTemplate(TemplateDatabase):
    """A database of the server, copied by CREATE DATABASE … TEMPLATE."""

    def __init__(self) -> None:
        self.server = os.environ["TEST_DATABASE_URL"]
        self.maintenance = connection.settings_dict["NAME"]
        self.template = f"iv_{_digest()}"
        super().__init__()

    def name(self, part: str) -> str:
        return f"{self.template}_{_worker()}_{part}"

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

    def copy(self, source: str, target: str) -> None:
        with self._maintaining() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {target} WITH (FORCE)")
            cursor.execute(f"CREATE DATABASE {target} TEMPLATE {source}")

    def use(self, name: str) -> None:
        _use(name)
        address = self.server.replace(f"/{self.maintenance}?", f"/{name}?", 1)
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
    absent = os.environ.get("IV_WITHOUT_PLUGINS", "")
    digest = hashlib.sha256(f"{sys.version} {absent}".encode())
    for floor in FLOORS:
        for pattern in READ_BY_MIGRATE:
            for path in sorted((ROOT / floor).rglob(pattern)):
                if not path.is_file():  # Folders of compiled modules stand there too.
                    continue
                digest.update(str(path.relative_to(ROOT)).encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
