"""A service leaves: everything of it written to files anyone can read, then removed.

`belongings` finds what is a service's, `archive` writes it out, `removal` takes it away
whole or not at all and proves it. `manage.py export_service` and `delete_service` call
them; docs/operations/leaving.md tells an operator what to do.
"""

from sites.leaving.archive import write_archive
from sites.leaving.belongings import belongings
from sites.leaving.refusing import Refused
from sites.leaving.removal import remove_service

__all__ = ["Refused", "belongings", "remove_service", "write_archive"]
