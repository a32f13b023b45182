"""Bring a catalogue up to date: python -m cms.language.update_catalogue [package …].

New strings come in without Welsh, to be translated; strings no longer in the code go.
With the folders of packages, such as a plugin of a third party, each one's own
catalogue is written; without, the project's.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import polib

from cms.language import catalogue


def update(path: Path, extracted: polib.POFile) -> polib.POFile:
    """Write the catalogue at `path` anew, with the Welsh that is there."""
    old = polib.pofile(str(path)) if path.exists() else polib.POFile()
    fresh = catalogue.brought_up_to_date(old, extracted)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh.save(str(path))
    return fresh


def main(packages: Sequence[str] = ()) -> None:
    if not packages:
        _report(update(catalogue.OURS, catalogue.extract()))
    for package in map(Path, packages):
        strings = catalogue.extract(root=package.parent, sources=[package.name])
        _report(update(catalogue.of_package(package), strings))


def _report(fresh: polib.POFile) -> None:
    left = len(fresh.untranslated_entries())
    print(f"{len(fresh)} strings, {left} without Welsh.")  # noqa: T201  (it is a tool)


if __name__ == "__main__":
    main(sys.argv[1:])
