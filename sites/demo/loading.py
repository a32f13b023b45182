"""Load the demo, one transaction a site at most: register, sites, people, content."""

import tomllib
from collections.abc import Callable
from importlib.resources import files
from typing import Any

from django.core.management import call_command
from wagtail.models import Site

from cms import starter
from cms.activation import enable
from cms.models import ThemeSettings
from cms.plugins import installed_plugins
from cms.roles import Role
from sites.demo import national
from sites.demo.alerts import load_alerts
from sites.demo.days import load_days
from sites.demo.missed import load_missed
from sites.demo.models import LoadedDemo
from sites.demo.places import DEMO_SITES, DemoSite
from sites.demo.upkeep import load_cares
from sites.memberships import grant
from sites.models import Authority, Service
from sites.people.models import User
from sites.provisioning import NewService, make_whole
from sites.register import load_register

PASSWORD = "demo"  # noqa: S105  (printed on the front door; the demo is not production)

Report = Callable[[str], Any]


def load_demo(*, port: int, report: Report = print) -> None:
    """Make the demo complete and reachable on `port`; what is there stays."""
    if not Authority.objects.exists():
        report("register of 175 authorities")
        load_register()
    is_new = False
    for demo in DEMO_SITES:
        site = _site(demo, port)
        if not LoadedDemo.objects.filter(site=site).exists():
            report(f"{demo.hostname}: pages, people and inboxes")
            _fill(site, demo)
            LoadedDemo.objects.create(site=site)
            is_new = True
    national.load(
        editor="nadia@hub.example",
        keeper="helen@devon.example",
        keeps="devon.localhost",
    )
    if is_new:
        # Whoever searches at once finds what the worker has not come to yet.
        call_command("update_index", verbosity=0)


def _site(demo: DemoSite, port: int) -> Site:
    site = Site.objects.filter(hostname=demo.hostname).first()
    if site is None:
        return _provision(demo, port)
    if site.port != port:
        site.port = port
        site.save()
    return site


def _provision(demo: DemoSite, port: int) -> Site:
    authority = Authority.objects.filter(gss_code=demo.gss_code).first()
    site, _dead_links = make_whole(
        NewService(
            hostname=demo.hostname,
            port=port,
            name_en=demo.name_en,
            name_cy=demo.name_cy,
            reference_prefix=demo.reference_prefix,
            default_language=demo.default_language,
            kind=demo.kind,
            authority=authority,
        )
    )
    ThemeSettings.objects.create(site=site, **demo.colours)
    Service.objects.filter(site=site).update(
        **demo.settings, both_parts_at_once=demo.key == "gwynedd"
    )
    return site


def _fill(site: Site, demo: DemoSite) -> None:
    _load_people(site, demo)
    if demo.key == "gwynedd":
        load_days(site)
    if demo.key == "devon":
        load_alerts(site)
    for label in _asked_for(demo):
        if label in installed_plugins():
            enable(site=site, label=label)
    starter.load_demo(site)
    load_cares(site)
    load_missed(site)


def _asked_for(demo: DemoSite) -> list[str]:
    """Plugins that a new service starts without, and this one has switched on."""
    text = (files("sites.demo") / "data" / "asked_for.toml").read_text("utf-8")
    labels: list[str] = tomllib.loads(text).get(demo.key, [])
    return labels


def _load_people(site: Site, demo: DemoSite) -> None:
    for person in people():
        if person["site"] == demo.key:
            grant(user=_person(person), site=site, role=Role(person["role"]))


def people() -> list[dict[str, Any]]:
    """The demo's staff, in the order in which the front door shows them."""
    text = (files("sites.demo") / "data" / "people.toml").read_text("utf-8")
    listed: list[dict[str, Any]] = tomllib.loads(text)["person"]
    return listed


def _person(facts: dict[str, Any]) -> User:
    user = User.objects.filter(email=facts["email"]).first()
    if user is None:
        user = User.objects.create_user(
            facts["email"],
            PASSWORD,
            first_name=facts["first_name"],
            preferred_language=facts["language"],
            is_superuser=facts["role"] == Role.NETWORK_ADMIN,
        )
    return user
