"""A service leaves: everything of it written to files anyone can read, then removed.

`belongings` finds what is a service's, `archive` writes it out, sealed or in plain
words, `removal` takes it away whole or not at all and proves it. The commands are
`export_service`, `open_archive` and `delete_service`; docs/operations/leaving.md tells
an operator what to do.
"""

from sites.leaving.archive import seal_archive, write_archive
from sites.leaving.belongings import belongings
from sites.leaving.refusing import Refused
from sites.leaving.removal import remove_service
from sites.leaving.sealed import open_archive

__all__ = [
    "Refused",
    "belongings",
    "open_archive",
    "remove_service",
    "seal_archive",
    "write_archive",
]
