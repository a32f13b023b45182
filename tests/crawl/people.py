"""Who is sent in: each role of a service, someone of two services, and the hub."""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Site

from cms.roles import Role
from sites.memberships import grant
from tests.factories import make_hub, make_service, make_staff


@dataclass(frozen=True)
class Sent:
    """A person, by their role; `also` is a role at a third service."""

    role: str
    at_hub: bool = False
    also: str = ""

    def __str__(self) -> str:
        return f"{self.role}_of_two" if self.also else self.role

    def place(self) -> Site:
        """Where they work, and where they look around."""
        return make_hub() if self.at_hub else make_service("gwynedd")

    def person(self, site: Site) -> Any:
        """They themselves."""
        person = make_staff(site, self.role)
        if self.also:
            grant(user=person, site=make_service("powys"), role=self.also)
        return person


MANAGER = Sent(Role.MANAGER)
# A translator may what an editor may, and less: the editor goes for both.
OTHERS = [
    Sent(Role.EDITOR),
    Sent(Role.COORDINATOR),
    Sent(Role.MANAGER, also=Role.MANAGER),
    Sent(Role.HUB_EDITOR, at_hub=True),
]
