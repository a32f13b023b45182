"""Compile the catalogues: python -m cms.language.compile [folder …]. Needs no gettext.

Without a folder, the project's own; with one, every catalogue below it: an author of a
plugin names the package, and the compiled files travel in its wheel.

A catalogue is compiled when its .mo is missing or older than its .po, so that running
this before every start and every test costs nothing. Entries marked fuzzy are left out,
as msgfmt leaves them out.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import polib

_HERE = Path(__file__).resolve().parents[1]
# In a working copy locale/ stands beside cms/; in a wheel it is cms/catalogues.
ROOTS = (_HERE.parent / "locale", _HERE / "catalogues")


def compile_catalogues(*, roots: tuple[Path, ...] = ROOTS) -> list[Path]:
    """Compile what has changed below `roots`; the .mo files that were written."""
    sources = [
        path for root in roots for path in sorted(root.rglob("LC_MESSAGES/*.po"))
    ]
    return [_compile(source) for source in sources if _is_stale(source)]


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return (
        not compiled.exists() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns
    )


def _compile(source: Path) -> Path:
    compiled = source.with_suffix(".mo")
    # Test workers compile at the same time: each writes its own file and moves it.
    partial = compiled.with_suffix(f".{os.getpid()}.partial")
    polib.pofile(str(source)).save_as_mofile(str(partial))
    partial.replace(compiled)
    return compiled


def main(folders: Sequence[str] = ()) -> None:
    roots = tuple(Path(folder) for folder in folders) or ROOTS
    for compiled in compile_catalogues(roots=roots):
        print(f"Compiled {compiled}")  # noqa: T201  (a command-line tool prints)


if __name__ == "__main__":
    main(sys.argv[1:])
