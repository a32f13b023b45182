"""Bring the catalogue up to date: python -m cms.language.update_catalogue.

New strings come in without Welsh, to be translated; strings no longer in the code go.
"""

import polib

from cms.language import catalogue


def main() -> None:
    path = catalogue.OURS
    old = polib.pofile(str(path)) if path.exists() else polib.POFile()
    fresh = catalogue.brought_up_to_date(old, catalogue.extract())
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh.save(str(path))
    left = len(fresh.untranslated_entries())
    print(f"{len(fresh)} strings, {left} without Welsh.")  # noqa: T201  (it is a tool)


if __name__ == "__main__":
    main()
