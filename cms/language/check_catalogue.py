"""Check the catalogues: python -m cms.language.check_catalogue.

Fails where Welsh is empty, fuzzy, incomplete or has other placeholders, and where the
catalogue is not what the code says now. The last needs gettext: without it this part
says that it did not run, and with CI=true its absence is a failure.
"""

import os
import sys
from collections.abc import Iterator

import polib

from cms.language import catalogue


def complaints() -> Iterator[str]:
    """Everything that is wrong with the committed catalogues."""
    for path in (catalogue.OURS, catalogue.OVERLAY, catalogue.OVERLAY_JS):
        if not path.exists():
            yield f"{path.relative_to(catalogue.ROOT)} is missing."
            return
        for problem in catalogue.problems(polib.pofile(str(path))):
            yield f"{path.relative_to(catalogue.ROOT)}: {problem}"
    yield from _complaints_of_extraction()


def _complaints_of_extraction() -> Iterator[str]:
    if catalogue.can_extract():
        ours = polib.pofile(str(catalogue.OURS))
        yield from sorted(catalogue.differences(ours, catalogue.extract()))
    elif os.environ.get("CI") == "true":
        yield "gettext is not installed, and CI must compare catalogue and code."
    else:
        _say("gettext is not installed: catalogue and code were not compared.")


def _say(words: str) -> None:
    print(words)  # noqa: T201  (a command-line tool prints)


def main() -> None:
    found = list(complaints())
    for complaint in found:
        _say(complaint)
    if found:
        _say("python -m cms.language.update_catalogue brings in the code's strings.")
        sys.exit(1)


if __name__ == "__main__":
    main()
