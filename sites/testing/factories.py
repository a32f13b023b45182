"""Real objects for tests: services, people in roles, pages."""

from itertools import count
from typing import Any

from wagtail.models import Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from cms.models import SiteProfile
from cms.starter.publishing import publish_first
from sites.memberships import grant
from sites.models import Authority, HomePage, Service
from sites.people.models import User
from sites.provisioning import NewService, provision_service

_numbers = count(1)
OPEN_SETTINGS = {
    "email": "iv@gwynedd.example",
    "phone": "01632 960101",
    "day_phone": "01632 960102",
    "night_phone": "01632 960103",
    "staff_concern_contact": "01632 960104",
    "controller": "Example Council",
    "dpo_contact": "dpo@council.example",
    "ico_registration": "Z0000000",
}


def make_service(
    name: str = "gwynedd", *, authority: Authority | None = None, **changes: Any
) -> Site:
    """A service whose forms are open: Gwynedd, or any other name.

    The one that stands already, where it has these very facts (our own tests set it
    once a worker: tests/scenes.py); otherwise it is provisioned now.
    """
    facts = _facts(name) | changes
    stands = facts == _facts(name) and (authority is None or authority.slug == name)
    known = Site.objects.filter(hostname=facts["hostname"], port=facts["port"])
    if not (stands and known.exists()):
        with disable_reference_index_auto_update():  # No test asks who uses a new home.
            provision_service(NewService(authority=authority, **facts))
    site = known.get()
    Service.objects.filter(site=site).update(
        **OPEN_SETTINGS, welsh_standards=name == "gwynedd", authority=authority
    )
    return site


def _facts(name: str) -> dict[str, Any]:
    facts = {
        "hostname": f"{name}.localhost",
        "port": 80,
        "name_en": f"{name.title()} Independent Visitors",
        "name_cy": f"Ymwelwyr Annibynnol {name.title()}",
        "reference_prefix": name[:3].upper(),
        "default_language": "cy" if name == "gwynedd" else "en",
    }
    if name == "hub":
        facts |= {
            "kind": SiteProfile.Kind.HUB,
            "name_en": "Independent Visitors",
            "name_cy": "Ymwelwyr Annibynnol",
        }
    return facts


def make_hub(**changes: Any) -> Site:
    """The national hub."""
    return make_service("hub", **changes)


def make_user(**facts: Any) -> User:
    """A person who can sign in with the password “password”."""
    number = next(_numbers)
    values = {"email": f"person{number}@council.example", "first_name": "Mari"}
    return User.objects.create_user(**{**values, "password": "password", **facts})


def make_staff(site: Site, role: str, **facts: Any) -> User:
    """A person with one role at `site`."""
    user = make_user(**facts)
    grant(user=user, site=site, role=role)
    return user


def home_of(site: Site, language: str) -> HomePage:
    """The home page of a service in one language."""
    return HomePage.for_site(site, language)


def publish(page: Page, parent: Page) -> Page:
    """Add a page under `parent` in its language and publish it as a person would.

    Past the gate that asks for both languages: most tests are about one page.
    """
    page.locale = parent.locale
    page.live = False
    parent.add_child(instance=page)
    publish_first(page)
    page.refresh_from_db()
    return page
