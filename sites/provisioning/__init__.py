"""Make services: site, tree, homes, groups, workflow, plugins and starter pages.

`create_service` makes a whole service from the register, once; `provision_service` its
frame alone, for whoever brings pages of their own.
"""

from sites.provisioning.asking import Asked, CannotCreate, fill_in
from sites.provisioning.creating import Outcome, State, create_service, make_whole
from sites.provisioning.making import provision_service
from sites.provisioning.new import LANGUAGES, NewService
from sites.provisioning.next_steps import next_steps
from sites.provisioning.readback import Readback, read_back

__all__ = [
    "LANGUAGES",
    "Asked",
    "CannotCreate",
    "NewService",
    "Outcome",
    "Readback",
    "State",
    "create_service",
    "fill_in",
    "make_whole",
    "next_steps",
    "provision_service",
    "read_back",
]
